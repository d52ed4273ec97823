import { beforeEach, expect, test } from 'vitest'
import type { OutboxEntry } from '../../../../src-main/core/outbox/entry'
import type { SendResult, Telegram } from '../../../../src-main/core/ports'
import type { Door } from '../../../../src-main/desk/accounts'
import { checkReply, lookFor } from '../../../../src-main/desk/check-reply'
import { anna, chatId, helper, iso, nine, theDesk, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'
import { strict } from './strict'

let open: OpenDesk
let door: Door | null
let answer: SendResult | null
let asked: { readonly entry: OutboxEntry; readonly known: readonly boolean[] }[]

beforeEach(async () => {
  open = await OpenDesk.open()
  await open.reply('1')
  await open.desk.ask({ kind: 'note-attempt', outboxId: '1' }, theDesk)
  answer = null
  asked = []
  door = {
    telegram: strict<Telegram>('telegram', {
      check: async (entry, isKnown) => {
        asked.push({ entry, known: [isKnown(101), isKnown(102)] })
        return answer
      },
    }),
    ...{ accountId: anna.id, step: { kind: 'signed-out', reason: 'never' }, lastHeardAt: null },
    link: { kind: 'live' },
  }
})

const uncertain = () =>
  open.desk.ask({ kind: 'note-failure', outboxId: '1', reason: 'Perhaps sent.', uncertain: true }, theDesk)
const check = (ticket = ticketId) =>
  checkReply({ desk: open.desk, accounts: { forChat: () => door }, journal: open.journal }, ticket, '1')

test('a reply that Telegram has is sent, under the number it has there', async () => {
  await uncertain()
  answer = { kind: 'sent', number: 300, sentAt: iso(nine), media: [] }
  expect(await check()).toBeNull()
  expect(open.events('reply-sent')).toMatchObject([{ outboxId: '1', number: 300 }])
  expect(open.desk.state.outbox.size).toBe(0)
  expect(asked).toMatchObject([{ entry: { id: '1' }, known: [true, false] }])
})

test('a reply that Telegram has not stays uncertain and says so: it is never sent again by itself', async () => {
  await uncertain()
  expect(await check()).toBe('Telegram has nothing like it. Sending it again is safe.')
  expect(open.desk.state.outbox.get('1')?.state).toEqual({
    ...{ kind: 'failed', uncertain: true },
    reason: 'Telegram has nothing like it. Sending it again is safe.',
  })
  expect(await check()).toBe('Telegram has nothing like it. Sending it again is safe.')
  expect(open.events('reply-failed')).toHaveLength(2)
})

test('of what a bot sent nobody can say that it is safe to send it again', async () => {
  const account = { id: helper.id, name: 'Helper', username: null, kind: 'bot' as const }
  await open.desk.ask({ kind: 'sign-in', account }, theDesk)
  await uncertain()
  if (door) door.accountId = helper.id
  expect(await check()).toContain('a bot can see no others')
  expect(open.desk.state.outbox.get('1')?.state).toMatchObject({
    reason: expect.stringContaining('a bot can see no others'),
  })
})

test('a reply of a group that is another one since is not looked for: only the old one can tell', async () => {
  const to = `${chatId}1`
  const facts = [{ kind: 'group-migrated', from: chatId, to, at: iso(nine) }] as const
  const delivery = { facts, people: [], accountId: anna.id, marks: {} }
  await open.desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
  await expect(check()).rejects.toMatchObject({
    message: expect.stringContaining('Only the old one can tell'),
  })
  expect(asked).toEqual([])
})

test('an answer that is none leaves everything as it was', async () => {
  await uncertain()
  answer = { kind: 'unanswered' }
  const { seq } = open.desk.state
  await expect(check()).rejects.toMatchObject({ code: 'offline' })
  expect(open.desk.state.seq).toBe(seq)
})

test.each([
  ['that is on its way', async () => undefined, 'not-allowed'],
  [
    'that failed for a reason',
    () => open.desk.ask({ kind: 'note-failure', outboxId: '1', reason: 'No.', uncertain: false }, theDesk),
    'not-allowed',
  ],
  [
    'whose account is signed out',
    async () => {
      await uncertain()
      door = null
    },
    'signed-out',
  ],
  [
    'while there is no connection',
    async () => {
      await uncertain()
      if (door) door.link = { kind: 'offline', since: nine }
    },
    'offline',
  ],
])('a reply %s is not looked for', async (_, prepare, code) => {
  await prepare()
  await expect(check()).rejects.toMatchObject({ code })
  expect(asked).toEqual([])
})

test('a reply of another ticket is not found', async () => {
  await uncertain()
  await expect(check('elsewhere')).rejects.toMatchObject({ code: 'not-found' })
})

test('a copy in the staff group is looked for among what is not the copy of another message', async () => {
  const [entry] = [...open.desk.state.outbox.values()]
  const conversation = entry && open.desk.state.conversations.get(entry.conversationId)
  if (!entry || !conversation) throw new Error('Nothing waits.')
  const copies = [{ privateNumber: 7, topicNumber: 102, from: 'private' as const }]
  const mirror = { groupId: chatId, topicId: 12, title: 'Mira', state: 'open' as const, copies }
  const conversations = open.desk.state.conversations.set(conversation.id, { ...conversation, mirror })
  const desk = { state: { ...open.desk.state, conversations } }
  const ground = { desk, accounts: { forChat: () => door }, journal: open.journal }
  await lookFor(ground, { ...entry, isMirror: true })
  await lookFor(ground, entry)
  expect(asked.map(({ known }) => known[1])).toEqual([true, false])
})
