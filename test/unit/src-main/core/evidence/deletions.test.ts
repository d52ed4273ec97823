import { expect, test } from 'vitest'
import { Deletions } from '../../../../../src-main/core/evidence/deletions'
import { chatId, DeskOnPaper, iso, ticketId } from '../desk-on-paper'

/** A topic with so many messages, all but the last deleted one by one. */
function cleared(count: number): { readonly desk: DeskOnPaper; readonly numbers: readonly number[] } {
  const desk = DeskOnPaper.open()
  for (let index = 0; index < count; index++) desk.hear()
  const numbers = desk.journal.recorded.flatMap(({ event }) =>
    event.kind === 'message-received' ? event.message.number : [],
  )
  for (const number of numbers.slice(0, -1))
    desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [number], at: iso(desk.now) }])
  return { desk, numbers }
}

test('each event of a topic is read once, however many of its messages are asked for', () => {
  const { desk, numbers } = cleared(700)
  let events = 0
  const deletions = new Deletions((conversation, options) => {
    const read = desk.journal.read(conversation, options)
    events += read.length
    return read
  })
  const gone = numbers.filter((number) => deletions.has(ticketId, `${chatId}/${number}`, 0))
  expect(gone).toEqual(numbers.slice(0, -1))
  // One more for each question: whether anything is new.
  expect(events).toBeLessThanOrEqual(desk.journal.recorded.length + numbers.length)
})

test('what is deleted while they are compared is known too, and what lies further back is read when it is asked for', () => {
  const { desk, numbers } = cleared(3)
  const deletions = new Deletions((...asked) => desk.journal.read(...asked))
  const has = (number: number | undefined, position: number) =>
    deletions.has(ticketId, `${chatId}/${number}`, position)
  const { seq } = desk.state
  expect(has(numbers[2], seq)).toBe(false)
  expect(has(numbers[0], 0)).toBe(true)
  desk.deliver([{ kind: 'messages-deleted', chatId, numbers: [numbers[2] ?? 0], at: iso(desk.now) }])
  expect(has(numbers[2], seq)).toBe(true)
  expect(deletions.has('elsewhere', `${chatId}/1`, 0)).toBe(false)
})
