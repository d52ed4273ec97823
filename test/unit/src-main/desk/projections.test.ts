import { expect, test } from 'vitest'
import { Projections } from '../../../../src-main/desk/projections'
import { byAnna, chatId, fernline, nine, ravi, theDesk, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'

test('what is kept up with each commit is what would be made of the state anew', async () => {
  const open = new OpenDesk()
  const followed = new Projections(open.desk.state)
  open.desk.onCommit((commit) => followed.follow(commit))
  const account = { id: '10', name: 'Anna', username: null, kind: 'user' as const }
  await open.desk.ask({ kind: 'sign-in', account }, theDesk)
  await open.desk.ask({ kind: 'follow-group', group: fernline }, byAnna)
  for (const topic of [7, 8]) await open.topic(topic)
  expect((await followed.search()).search('parcel', 5)).toEqual([])
  await open.topic(9)
  await open.desk.ask({ kind: 'claim-ticket', ticketId }, byAnna)
  const none = { firstReplyMs: null, nextReplyMs: null, resolutionMs: null }
  const promises = { low: none, medium: none, high: none, critical: none }
  await open.desk.ask({ kind: 'change-settings', patch: { promises } }, byAnna)
  await open.desk.ask({ kind: 'rename-ticket', ticketId: `${chatId}:8`, title: 'A parcel' }, byAnna)
  await open.desk.ask({ kind: 'sign-in', account: { ...account, id: ravi.id } }, theDesk)
  const reply = {
    entities: [],
    files: [],
    replyTo: null,
    after: 'nothing',
    seenPosition: 99,
    force: true,
  } as const
  for (const outboxId of ['1', '2', '3'])
    await open.desk.ask({ kind: 'queue-reply', ticketId, outboxId, text: outboxId, ...reply }, byAnna)
  await open.desk.ask({ kind: 'note-attempt', outboxId: '1' }, theDesk)
  await open.desk.ask({ kind: 'note-failure', outboxId: '1', reason: 'No.', uncertain: false }, theDesk)
  const anew = new Projections(open.desk.state)
  for (const view of ['all', 'mine', 'unassigned', 'overdue', 'done'] as const)
    expect(followed.queue.page(view, 0, 50, nine)).toEqual(anew.queue.page(view, 0, 50, nine))
  expect(followed.queue.counts(nine)).toEqual(anew.queue.counts(nine))
  expect((await followed.search()).search('parcel', 5)).toEqual([`${chatId}:8`])
  expect(followed.stranded.size(open.desk.state)).toBe(anew.stranded.size(open.desk.state))
  expect(followed.stranded.size(open.desk.state)).toBe(2)
  expect([followed.toSend, anew.toSend]).toEqual([2, 2])
  expect([followed.notSent, anew.notSent]).toEqual([1, 1])
})
