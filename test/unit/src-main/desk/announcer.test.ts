import { expect, test } from 'vitest'
import type { Announcement } from '../../../../src-main/core/desk/effects'
import type { Notifications } from '../../../../src-main/core/ports'
import { Announcer } from '../../../../src-main/desk/announcer'
import type { Notice } from '../../../../src-preload/contract/status'
import { strict } from './strict'

const announcement = (kind: Announcement['kind']): Announcement => ({
  ...{ key: `t:${kind}`, kind, title: 'DSA312 is late', body: 'Mira waits.', ticketId: 't', urgent: true },
  actions: [],
})

function announcer() {
  const told: unknown[] = []
  const notices: Notice[] = []
  const notifications = strict<Notifications>('notifications', {
    show: (one) => void told.push(one),
    withdraw: (keys) => void told.push(keys),
  })
  return { told, notices, announcer: new Announcer(notifications, (notice) => notices.push(notice)) }
}

test('what the rules want told and taken back is told and taken back, in their order', () => {
  const { told, notices, announcer: one } = announcer()
  one.run([
    { kind: 'withdraw', keys: ['t:at-risk'] },
    { kind: 'announce', announcement: announcement('breached') },
  ])
  expect(told).toEqual([['t:at-risk'], announcement('breached')])
  expect(notices).toEqual([])
})

test.each([
  ['breached', 'bad'],
  ['at-risk', 'warn'],
  ['health', 'warn'],
  ['new-ticket', 'info'],
  ['customer-wrote', 'info'],
  ['digest', 'info'],
  ['test', 'info'],
] as const)('what the platform could not show of %s is shown in the window as %s', (kind, tone) => {
  const { notices, announcer: one } = announcer()
  one.showInWindow(announcement(kind))
  expect(notices).toEqual([
    { key: `t:${kind}`, tone, title: 'DSA312 is late', body: 'Mira waits.', ticketId: 't' },
  ])
})

test('a test says that it is one, and names no ticket', () => {
  const { told, announcer: one } = announcer()
  one.test()
  expect(told).toEqual([expect.objectContaining({ kind: 'test', ticketId: null, actions: [] })])
})
