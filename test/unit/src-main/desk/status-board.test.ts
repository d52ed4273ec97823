import { expect, test } from 'vitest'
import type { AccountLink } from '../../../../src-main/core/people/overall-link'
import { StatusBoard } from '../../../../src-main/desk/status-board'

function board() {
  const seen = { changes: 0 }
  const links: AccountLink[] = [
    { name: 'Anna', link: { kind: 'connecting', attempt: 0, nextTryAt: null }, lastHeardAt: null },
  ]
  const counts = { toSend: 2, notSent: 0, withoutNextStep: 0 }
  return {
    seen,
    counts,
    links,
    board: new StatusBoard(
      () => counts,
      () => links,
      () => seen.changes++,
    ),
  }
}

test('at first it connects, has heard nothing, has room, and has not tried to notify', () => {
  expect(board().board.read()).toEqual({
    ...{ link: { kind: 'connecting', attempt: 0, nextTryAt: null }, linkOf: null, lastHeardAt: null },
    ...{
      storage: { kind: 'ok' },
      notifications: { kind: 'untested' },
      toSend: 2,
      notSent: 0,
      withoutNextStep: 0,
    },
  })
})

test('it tells what it was told, counts at the moment of reading, and says that it changed', () => {
  const { seen, counts, links, board: one } = board()
  links[0] = { name: 'Anna', link: { kind: 'live' }, lastHeardAt: 5 }
  one.linksChanged()
  one.setNotifications({ kind: 'absent', why: 'No service.' })
  counts.toSend = 0
  expect(one.read()).toEqual({
    ...{ link: { kind: 'live' }, linkOf: null, lastHeardAt: 5, storage: { kind: 'ok' } },
    ...{ notifications: { kind: 'absent', why: 'No service.' }, toSend: 0, notSent: 0, withoutNextStep: 0 },
  })
  expect(seen.changes).toBe(2)
})

test('of several accounts it shows the link that needs attention most, whose it is, and who was heard least lately', () => {
  const { links, board: one } = board()
  links[0] = { name: 'Anna', link: { kind: 'live' }, lastHeardAt: 9 }
  links.push({ name: 'Fernline bot', link: { kind: 'offline', since: 5 }, lastHeardAt: 4 })
  expect(one.read()).toMatchObject({
    ...{ link: { kind: 'offline', since: 5 }, linkOf: 'Fernline bot', lastHeardAt: 4 },
  })
  links[0] = { name: 'Anna', link: { kind: 'offline', since: 6 }, lastHeardAt: 9 }
  expect(one.read(), 'what is so with all is nobody’s').toMatchObject({ linkOf: null, lastHeardAt: 4 })
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

test('an account that is being added is no trouble of the desk; one that is alone is', () => {
  const { links, board: one } = board()
  const adding: AccountLink = { name: null, link: { kind: 'signed-out' }, lastHeardAt: null }
  links[0] = { name: 'Anna', link: { kind: 'live' }, lastHeardAt: 5 }
  links[1] = adding
  expect(one.read()).toMatchObject({ link: { kind: 'live' }, linkOf: null, lastHeardAt: 5 })
  links.splice(0, 2, adding)
  expect(one.read()).toMatchObject({ link: { kind: 'signed-out' }, linkOf: null })
})
