import { expect, test } from 'vitest'
import { StatusBoard } from '../../../../src-main/desk/status-board'

function board() {
  const seen = { changes: 0 }
  const counts = { toSend: 2, withoutNextStep: 0 }
  return {
    seen,
    counts,
    board: new StatusBoard(
      () => counts,
      () => seen.changes++,
    ),
  }
}

test('at first it connects, has heard nothing, has room, and has not tried to notify', () => {
  expect(board().board.read()).toEqual({
    ...{ link: { kind: 'connecting', attempt: 0, nextTryAt: null }, lastHeardAt: null },
    ...{ storage: { kind: 'ok' }, notifications: { kind: 'untested' }, toSend: 2, withoutNextStep: 0 },
  })
})

test('it tells what it was told, counts at the moment of reading, and says that it changed', () => {
  const { seen, counts, board: one } = board()
  one.setLink({ kind: 'live' })
  one.setHeard(5)
  one.setNotifications({ kind: 'absent', why: 'No service.' })
  counts.toSend = 0
  expect(one.read()).toEqual({
    ...{ link: { kind: 'live' }, lastHeardAt: 5, storage: { kind: 'ok' } },
    ...{ notifications: { kind: 'absent', why: 'No service.' }, toSend: 0, withoutNextStep: 0 },
  })
  expect(one.isLive).toBe(true)
  expect(one.currentLink).toEqual({ kind: 'live' })
  expect(seen.changes).toBe(3)
})

test('a full disk is full since the first refusal, however many follow', () => {
  const { seen, board: one } = board()
  one.setStorage({ kind: 'ok' })
  one.setStorage({ kind: 'full', since: 5 })
  one.setStorage({ kind: 'full', since: 9 })
  expect(one.read().storage).toEqual({ kind: 'full', since: 5 })
  expect(seen.changes).toBe(1)
  one.setStorage({ kind: 'ok' })
  expect(one.read().storage).toEqual({ kind: 'ok' })
  expect(seen.changes).toBe(2)
})
