import { describe, expect, it } from 'vitest'
import type { TimelineItem, TimelinePage } from '../../../../src-preload/contract/conversation'
import type { Events } from '../../../../src-preload/contract/events'
import type { Outcome } from '../../../../src-preload/contract/outcome'
import { createTimelines, type TimelineDesk } from '../../../../src-renderer/desk/timeline-store'

const item = (position: number, text = `${position}`): TimelineItem => ({
  kind: 'event',
  id: `i${position}`,
  position,
  at: position,
  icon: 'ticket',
  text,
})
const page = (items: readonly TimelineItem[], more: Partial<TimelinePage> = {}): Outcome<TimelinePage> => ({
  ok: true,
  value: { ticketId: 't', revision: 1, items, earlier: null, newFrom: null, ...more },
})

function stage(answers: (Outcome<TimelinePage> | Promise<Outcome<TimelinePage>>)[]) {
  const asked: unknown[] = []
  let tell: (news: Events['timeline-changed']) => void = () => {
    throw new Error('nobody listens yet')
  }
  const desk: TimelineDesk = {
    on: (event, listener) => {
      if (event !== 'timeline-changed') throw new Error(`unknown event ${event}`)
      tell = listener as typeof tell
      return () => undefined
    },
    conversation: {
      page: async (input) => {
        asked.push(input.before ?? 'newest')
        const answer = answers.shift()
        if (answer === undefined) throw new Error('asked once too often')
        return answer
      },
    },
  }
  const timelines = createTimelines(() => desk)
  return {
    timelines,
    asked,
    tell: (news: Events['timeline-changed']) => tell(news),
    held: () => timelines.use.getState().byTicket.get('t'),
  }
}

describe('conversations in the window', () => {
  it('listen before they fetch, so that nothing falls between', async () => {
    const { timelines, tell, held } = stage([page([item(1)])])
    const opening = timelines.open('t')
    tell({ ticketId: 't', revision: 2, items: [item(2)], gone: [] })
    await opening
    expect(held()?.items.map(({ text }) => text)).toEqual(['1', '2'])
  })
  it('show what is here at once when a ticket is opened again', async () => {
    const { timelines, held } = stage([page([item(1)]), page([item(1), item(2)])])
    await timelines.open('t')
    const again = timelines.open('t')
    expect(held()).toMatchObject({ state: 'ready', items: [item(1)] })
    await again
    expect(held()?.items).toHaveLength(2)
  })
  it('keep the older stretches when a ticket is opened again', async () => {
    const { timelines, held } = stage([
      page([item(5)], { earlier: 'c1' }),
      page([item(4)], { earlier: 'c2' }),
      page([item(5)], { earlier: 'c1' }),
    ])
    await timelines.open('t')
    await timelines.loadEarlier('t')
    await timelines.open('t')
    expect(held()).toMatchObject({ earlier: 'c2', items: [item(4), item(5)] })
  })
  it('start over when too much happened in between to know it all', async () => {
    const { timelines, held } = stage([
      page([item(1)]),
      page([item(90), item(91)], { earlier: 'c90', revision: 9 }),
    ])
    await timelines.open('t')
    await timelines.open('t')
    expect(held()).toMatchObject({ earlier: 'c90', items: [item(90), item(91)] })
  })
  it('leave no gap where they started over while something older was on its way', async () => {
    let arrive = (_: Outcome<TimelinePage>): void => undefined
    const older = new Promise<Outcome<TimelinePage>>((resolve) => {
      arrive = resolve
    })
    const { timelines, held } = stage([
      page([item(5)], { earlier: 'c5' }),
      older,
      page([item(90)], { earlier: 'c90', revision: 9 }),
    ])
    await timelines.open('t')
    const loading = timelines.loadEarlier('t')
    await timelines.open('t')
    arrive(page([item(4)], { earlier: null }))
    expect(await loading).toBe(false)
    expect(held()).toMatchObject({ earlier: 'c90', items: [item(90)], isLoadingEarlier: false })
  })
  it('read back until a quoted message is here, and no further', async () => {
    const { timelines, asked } = stage([
      page([item(5)], { earlier: 'c1' }),
      page([item(4)], { earlier: 'c2' }),
      page([item(3)], { earlier: 'c3' }),
    ])
    await timelines.open('t')
    expect(await timelines.loadUntil('t', 'i3')).toBe(true)
    expect(asked).toEqual(['newest', 'c1', 'c2'])
  })
  it('keep what they have when a page cannot be read, and say why', async () => {
    const { timelines, held } = stage([
      page([item(1)]),
      { ok: false, failure: { code: 'internal', message: 'The desk could not read it.' } },
    ])
    await timelines.open('t')
    await timelines.open('t')
    expect(held()).toMatchObject({ state: 'failed', why: 'The desk could not read it.', items: [item(1)] })
  })
})
