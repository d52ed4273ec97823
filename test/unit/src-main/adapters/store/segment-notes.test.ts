import { expect, test } from 'vitest'
import { EventIndex } from '../../../../../src-main/adapters/store/event-index'
import { conversationOf, placementOf } from '../../../../../src-main/adapters/store/placement'
import { SegmentNotes } from '../../../../../src-main/adapters/store/segment-notes'
import { chatId, created, edited, mark, received, sent } from '../../../../conformance/small-desk'

const events = [
  created(5),
  received(5, 9, 'a'),
  mark('pts', '1'),
  received(6, 7, 'b'),
  edited(5, 9, 'c'),
  sent(6, '77', 12),
]

test('an index told by notes knows what one knows that heard every event', () => {
  const heard = new EventIndex()
  const notes = new SegmentNotes(1, 1, 100)
  events.forEach((event, at) => {
    heard.take(100 + at * 10, conversationOf(event), placementOf(event))
    notes.note(conversationOf(event), placementOf(event), 100 + at * 10, 110 + at * 10)
  })
  const told = new EventIndex()
  SegmentNotes.decode(notes.encode())?.tell(told)
  expect(told).toEqual(heard)
  expect(told.of(`${chatId}:5`, 99, 9)).toEqual([5, 2, 1])
  expect(told.whereabouts(chatId, 9)).toMatchObject({ arrivedSeq: 2, textSeq: 5 })
})

test('notes with any byte changed are not believed', () => {
  const notes = new SegmentNotes(1, 1, 100)
  events.forEach((event, at) => {
    notes.note(conversationOf(event), placementOf(event), at, at + 1)
  })
  const bytes = notes.encode()
  for (let at = 0; at < bytes.length; at++) {
    const broken = Buffer.from(bytes)
    broken[at] = (broken[at] ?? 0) ^ 1
    expect(SegmentNotes.decode(broken) === null, `byte ${at}`).toBe(true)
  }
})
