import { describe, expect, it } from 'vitest'
import { clockView } from '../../../../../src-main/core/sla/deadlines'
import { story } from '../../../../../src-main/core/sla/story'
import { DeskOnPaper, hour, minute, nine, ravi, theDesk, ticketId } from '../desk-on-paper'

/** Answered once; then a reply is on its way, and the customer writes twice, a minute apart, a minute after it. */
function overtaken(): { readonly desk: DeskOnPaper; readonly outboxId: string; readonly wroteAt: number } {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  desk.send(desk.reply('One'), { text: 'One' })
  desk.now += hour
  desk.hear()
  const outboxId = desk.reply('Two')
  desk.ask({ kind: 'note-attempt', outboxId }, theDesk)
  desk.now += minute
  const wroteAt = desk.now
  desk.hear({ text: 'And this' })
  desk.now += minute
  desk.hear({ text: 'And that' })
  desk.now += minute
  return { desk, outboxId, wroteAt }
}

const next = (desk: DeskOnPaper) => clockView(desk.ticket(), 'next-reply', desk.state.settings)

describe('the next reply, where the customer wrote while one was on its way', () => {
  it('counts from the first message that is not answered by it (product.md 2.18)', () => {
    const { desk, outboxId, wroteAt } = overtaken()
    desk.send(outboxId, { text: 'Two' })
    expect(next(desk)).toMatchObject({ kind: 'running', startedAt: wroteAt })
    expect(desk.ticket()).toMatchObject({ ball: 'ours', ballSince: wroteAt })
    expect(desk.replayed()).toEqual(desk.state)
  })

  it('counts from there also where a colleague wrote a note since', () => {
    const { desk, outboxId, wroteAt } = overtaken()
    desk.ask({ kind: 'add-note', ticketId, noteId: 'n', text: 'A note' })
    desk.send(outboxId, { text: 'Two' })
    expect(next(desk)).toMatchObject({ startedAt: wroteAt })
  })

  it('is told so in the story of the clock, from when it runs', () => {
    const { desk, outboxId, wroteAt } = overtaken()
    desk.send(outboxId, { text: 'Two' })
    const told = story(desk.journal.recorded, desk.ticket(), desk.state)
    expect(told.find(({ view }) => view.clock === 'next-reply')?.segments).toEqual([
      { runs: true, from: wroteAt, to: null, cause: 'The customer wrote before the reply arrived' },
    ])
  })

  it('is each reply’s own: the second, written between the two messages, answers the first', () => {
    const { desk, outboxId } = overtaken()
    const other = desk.reply('Three', { outboxId: '3' })
    desk.now += minute
    const wroteAt = desk.now
    desk.hear({ text: 'One more' })
    desk.send(outboxId, { text: 'Two' })
    expect(next(desk)).toMatchObject({ startedAt: nine + hour + minute })
    desk.send(other, { text: 'Three' })
    expect(next(desk)).toMatchObject({ startedAt: wroteAt })
  })

  it('is met by one that was sent again by who had read what came since', () => {
    const { desk, outboxId } = overtaken()
    const lost = { kind: 'note-failure', outboxId, reason: 'No answer.', uncertain: true } as const
    desk.ask(lost, theDesk)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    desk.send(outboxId, { text: 'Two' })
    expect(next(desk).kind).toBe('met')
  })

  it('counts from what the customer wrote after it was sent again', () => {
    const { desk, outboxId } = overtaken()
    const lost = { kind: 'note-failure', outboxId, reason: 'No answer.', uncertain: true } as const
    desk.ask(lost, theDesk)
    desk.ask({ kind: 'retry-reply', ticketId, outboxId })
    desk.now += minute
    const wroteAt = desk.now
    desk.hear({ text: 'Hello?' })
    desk.now += minute
    desk.hear({ text: 'Hello??' })
    desk.send(outboxId, { text: 'Two' })
    expect(next(desk)).toMatchObject({ kind: 'running', startedAt: wroteAt })
  })

  it('is no more owed where a colleague answered them in Telegram before it arrived', () => {
    const { desk, outboxId } = overtaken()
    desk.hear({ senderId: ravi.id, text: 'Both are done.' })
    desk.now += minute
    desk.send(outboxId, { text: 'Two' })
    expect(next(desk).kind).toBe('met')
    expect(desk.ticket()).toMatchObject({ ball: 'theirs', unread: 0 })
    expect(desk.replayed()).toEqual(desk.state)
  })
})
