import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TicketRow } from '../../../../../src-preload/contract/ticket'
import { createSearch, type SearchDesk } from '../../../../../src-renderer/features/queue/search-store'
import { row } from './some-rows'

function stage() {
  const asked: { text: string; answer: (rows: readonly TicketRow[]) => void }[] = []
  let change: () => void = () => {
    throw new Error('nobody listens yet')
  }
  const desk: SearchDesk = {
    on: (_, listener) => {
      change = () => (listener as () => void)()
      return () => undefined
    },
    queue: {
      search: ({ text }) =>
        new Promise((resolve) => {
          asked.push({ text, answer: (value) => resolve({ ok: true, value }) })
        }),
    },
  }
  const search = createSearch(() => desk)
  return {
    search,
    asked,
    change: () => change(),
    found: () => search.use.getState().found?.map(({ id }) => id),
  }
}

describe('search', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('asks once the agent pauses', async () => {
    const { search, asked } = stage()
    for (const text of ['l', 'lo', 'loc']) search.write(text)
    await vi.advanceTimersByTimeAsync(120)
    expect(asked.map(({ text }) => text)).toEqual(['loc'])
  })
  it('drops an answer to older words', async () => {
    const { search, asked, found } = stage()
    search.write('loc')
    await vi.advanceTimersByTimeAsync(120)
    search.write('lock')
    await vi.advanceTimersByTimeAsync(120)
    asked[1]?.answer([row('new')])
    asked[0]?.answer([row('old')])
    await vi.advanceTimersByTimeAsync(0)
    expect(found()).toEqual(['new'])
  })
  it('settles on what fits the very words, at once and never on what fitted older ones', async () => {
    const { search, asked } = stage()
    search.write('loc')
    await vi.advanceTimersByTimeAsync(120)
    asked[0]?.answer([row('old')])
    await vi.advanceTimersByTimeAsync(0)
    search.write('lock')
    const settled = search.settled()
    expect(asked.map(({ text }) => text)).toEqual(['loc', 'lock'])
    asked[1]?.answer([row('new')])
    expect((await settled)?.map(({ id }) => id)).toEqual(['new'])
    expect((await search.settled())?.map(({ id }) => id)).toEqual(['new'])
    await vi.advanceTimersByTimeAsync(120)
    expect(asked).toHaveLength(2)
  })
  it('asks again when the queue changed, and not after it was closed', async () => {
    const { search, asked, change } = stage()
    search.open()
    search.write('loc')
    await vi.advanceTimersByTimeAsync(120)
    change()
    await vi.advanceTimersByTimeAsync(120)
    expect(asked).toHaveLength(2)
    search.close()
    change()
    await vi.advanceTimersByTimeAsync(120)
    expect(asked).toHaveLength(2)
  })
})
