import { expect, test } from 'vitest'
import { pauseBeforeTry } from '../../../../../../src-main/adapters/telegram/link/backoff'
import { type LinkFacts, linkOf } from '../../../../../../src-main/adapters/telegram/link/link-of'

const up: LinkFacts = {
  line: { kind: 'up' },
  isSignedIn: true,
  behind: null,
  floodUntil: null,
  lostGroups: [],
}
const dialling = (attempt: number, nextTryAt: number | null): LinkFacts => ({
  ...up,
  line: { kind: 'dialling', attempt, nextTryAt, downSince: 5 },
})

test('a short drop is only connecting, with its try and when the next comes', () => {
  expect(linkOf(dialling(2, 900), 100)).toEqual({ kind: 'connecting', attempt: 2, nextTryAt: 900 })
})

test('after several tries it is offline, since it was lost, and does not flicker with each try', () => {
  expect(linkOf(dialling(4, 900), 100)).toEqual({ kind: 'offline', since: 5 })
  expect(linkOf(dialling(5, null), 100)).toEqual({ kind: 'offline', since: 5 })
})

test('a pause that Telegram asks for counts until it is over', () => {
  expect(linkOf({ ...up, floodUntil: 200 }, 100)).toEqual({ kind: 'flood-wait', until: 200 })
  expect(linkOf({ ...up, floodUntil: 200 }, 200)).toEqual({ kind: 'live' })
})

test('while messages are missing it is catching up, then live', () => {
  expect(linkOf({ ...up, behind: 142 }, 100)).toEqual({ kind: 'catching-up', behind: 142 })
  expect(linkOf(up, 100)).toEqual({ kind: 'live' })
})

test('without access to a group it says which, once all that can be read is read', () => {
  const lostGroups = [{ id: '5', title: 'Help' }]
  expect(linkOf({ ...up, lostGroups }, 100)).toEqual({ kind: 'not-in-group', groups: lostGroups })
  expect(linkOf({ ...up, lostGroups, behind: 3 }, 100)).toEqual({ kind: 'catching-up', behind: 3 })
  expect(linkOf({ ...dialling(2, 900), lostGroups }, 100)).toMatchObject({ kind: 'connecting' })
})

test('signed out comes before everything', () => {
  expect(linkOf({ ...dialling(9, 1), isSignedIn: false }, 100)).toEqual({ kind: 'signed-out' })
})

test('tries come less and less often, but never more than half a minute apart', () => {
  const pauses = Array.from({ length: 12 }, (_, index) => pauseBeforeTry(index + 1))
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect(pauses[0]).toBe(250)
  expect(pauses.at(-1)).toBe(30_000)
})
