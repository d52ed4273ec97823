import { expect, test } from 'vitest'
import type { Recorded } from '../../../../../src-main/core/desk/events'
import type { KnownMessages } from '../../../../../src-main/core/desk/intents'
import { KnownOverlay } from '../../../../../src-main/core/desk/known-overlay'
import type { Journal } from '../../../../../src-main/core/ports'
import { chatId, edited, queued, received, sent } from '../../../../conformance/small-desk'

type Known = Pick<Journal, 'find' | 'latest' | 'read'>

const recorded = (seq: number, event: Recorded['event']): Recorded => ({
  ...{ seq, at: '2026-01-05T00:00:00.000Z', by: { kind: 'desk' }, event },
})
const home = { conversationId: '-1001:7', ticketId: '-1001:7' }
const nothing: KnownMessages = { find: () => null, latest: () => null, read: () => [] }
const journal: Known = {
  read: () => [recorded(3, queued(7, '99', 'as queued')), recorded(2, queued(7, '98', 'other'))],
  find: (_, number) => (number === 1 ? home : null),
  latest: (_, number) => (number === 1 ? { text: 'kept', entities: [], media: [], position: 1 } : null),
}

test('a message in flight is known, with its text and place', () => {
  const pending = new KnownOverlay(nothing)
  pending.add([recorded(5, received(7, 42, 'new'))])
  expect(pending.find(chatId, 42)).toEqual(home)
  expect(pending.latest(chatId, 42)).toEqual({ text: 'new', entities: [], media: [], position: 5 })
})

test('of a message and its edit in flight the edit is the newest, and the message stays known', () => {
  const pending = new KnownOverlay(nothing)
  pending.add([recorded(5, received(7, 42, 'new')), recorded(6, edited(7, 42, 'newer'))])
  expect(pending.latest(chatId, 42)).toMatchObject({ text: 'newer', position: 6 })
  pending.forget([recorded(5, received(7, 42, 'new'))])
  expect(pending.latest(chatId, 42)).toMatchObject({ text: 'newer' })
  expect(pending.find(chatId, 42)).toEqual(home)
})

test('a reply that was given its number in flight is known by it', () => {
  const pending = new KnownOverlay(nothing)
  pending.add([recorded(5, sent(7, '99', 43)), recorded(6, sent(7, '98', null))])
  expect(pending.find(chatId, 43)).toEqual(home)
  expect(pending.find(chatId, 98)).toBeNull()
})

test('what is durable or was refused is left to the journal', () => {
  const pending = new KnownOverlay(journal)
  const one = recorded(5, edited(7, 1, 'in flight'))
  pending.add([one])
  expect(pending.latest(chatId, 1)?.text).toBe('in flight')
  pending.forget([one])
  expect(pending.latest(chatId, 1)?.text).toBe('kept')
  pending.add([one])
  pending.clear()
  expect(pending.latest(chatId, 1)?.text).toBe('kept')
  expect(pending.find(chatId, 2)).toBeNull()
})

test('a reply whose number is in flight has the text it was queued with, so that its echo is no edit', () => {
  const pending = new KnownOverlay(journal)
  pending.add([recorded(5, sent(7, '99', 43))])
  expect(pending.latest(chatId, 43)).toEqual({ text: 'as queued', entities: [], media: null, position: 3 })
})

test('so it has where it was queued in flight, and where the step at hand lies on what is in flight', () => {
  const pending = new KnownOverlay(nothing)
  const inFlight = recorded(5, queued(7, '99', 'just now'))
  pending.add([inFlight])
  const step = new KnownOverlay(pending)
  step.add([recorded(6, sent(7, '99', 43))])
  expect(step.latest(chatId, 43)).toEqual({ text: 'just now', entities: [], media: null, position: 5 })
  pending.forget([inFlight])
  expect(step.latest(chatId, 43)).toBeNull()
})
