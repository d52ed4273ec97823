import { expect, test } from 'vitest'
import { EventIndex } from '../../../../../src-main/adapters/store/event-index'
import { conversationOf, placementOf } from '../../../../../src-main/adapters/store/placement'
import { SegmentNotes } from '../../../../../src-main/adapters/store/segment-notes'
import type { DeskEvent } from '../../../../../src-main/core/desk/events'
import { chatId, created, edited, mark, received, sent } from '../../../../conformance/small-desk'

const events = [
  created(5),
  received(5, 9, 'a'),
  mark('pts', '1'),
  received(6, 7, 'b'),
  edited(5, 9, 'c'),
  sent(6, '77', 12),
]

/** Takes events into an index and notes them, as one segment. */
function hear(index: EventIndex, segment: number, told: readonly DeskEvent[]): Buffer {
  const notes = SegmentNotes.begin(segment, index.seq + 1, 100, index)
  told.forEach((event, at) => {
    const taken = index.take(100 + at * 10, conversationOf(event), placementOf(event))
    notes.note(taken, 100 + at * 10, 110 + at * 10, index)
  })
  return notes.encode(index)
}

/** All that can be asked of an index. */
function answers(index: EventIndex) {
  return {
    seq: index.seq,
    offsets: Array.from({ length: index.seq }, (_, at) => index.offsetOf(at + 1)),
    conversations: [5, 6, 8].map((topic) => index.of(`${chatId}:${topic}`, 99, 9)),
    messages: [7, 9, 12, 20].map((number) => {
      const found = index.whereabouts(chatId, number)
      return found && { ...found, ...index.home(found.ticket) }
    }),
  }
}

test('an index told by notes knows what one knows that heard every event', () => {
  const heard = new EventIndex()
  const files = [
    hear(heard, 1, events),
    hear(heard, 2, [received(6, 20, 'd'), edited(5, 9, 'e'), received(8, 21, 'f')]),
  ]
  const told = new EventIndex()
  for (const file of files) SegmentNotes.decode(file)?.tell(told)
  expect(answers(told)).toEqual(answers(heard))
  expect(told.of(`${chatId}:5`, 99, 9)).toEqual([8, 5, 2, 1])
  expect(told.whereabouts(chatId, 9)).toMatchObject({ arrivedSeq: 2, textSeq: 8 })
})

test('messages that are placed little by little are where they are if all are placed at once', () => {
  const heard = new EventIndex()
  const files = [hear(heard, 1, events), hear(heard, 2, [received(6, 20, 'd'), edited(5, 9, 'e')])]
  const told = new EventIndex()
  for (const file of files) SegmentNotes.decode(file)?.tell(told)
  expect(told.placeSome(1)).toBe(true)
  expect(told.placeSome(2)).toBe(true)
  expect(answers(told)).toEqual(answers(heard))
  expect(told.placeSome(1)).toBe(false)
})

test('a segment that grows after its notes were read is noted as if it had never been closed', () => {
  const heard = new EventIndex()
  const whole = hear(heard, 1, events)
  const told = new EventIndex()
  const notes = SegmentNotes.decode(hear(new EventIndex(), 1, events.slice(0, 3)))
  notes?.tell(told)
  events.slice(3).forEach((event, at) => {
    const taken = told.take(130 + at * 10, conversationOf(event), placementOf(event))
    notes?.note(taken, 130 + at * 10, 140 + at * 10, told)
  })
  expect(notes?.encode(told)).toEqual(whole)
})

test('notes are not believed where other names were given before', () => {
  const first = new EventIndex()
  hear(first, 1, events)
  const second = SegmentNotes.decode(hear(first, 2, [received(6, 20, 'd')]))
  const other = new EventIndex()
  hear(other, 1, [...events.slice(0, 3), mark('pts', '2'), mark('pts', '3'), mark('pts', '4')])
  const same = new EventIndex()
  hear(same, 1, events)
  expect(second?.follows(same)).toBe(true)
  expect(second?.follows(other)).toBe(false)
  expect(second?.follows(new EventIndex())).toBe(false)
})

test('notes with any byte changed are not believed', () => {
  const bytes = hear(new EventIndex(), 1, events)
  for (let at = 0; at < bytes.length; at++) {
    const broken = Buffer.from(bytes)
    broken[at] = (broken[at] ?? 0) ^ 1
    expect(SegmentNotes.decode(broken) === null, `byte ${at}`).toBe(true)
  }
})
