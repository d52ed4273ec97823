import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anna, chatId, mira, nine, ticketId, topicId } from '../core/desk-on-paper'
import { DeskAtWork, replyId } from './desk-at-work'
import { settled } from './strict'

let at: DeskAtWork

beforeEach(async () => {
  vi.useFakeTimers()
  at = await DeskAtWork.start()
})
afterEach(() => void vi.useRealTimers())

test('Telegram is given what the journal remembers', async () => {
  expect(at.opened).toEqual([anna.id])
  expect(at.memory.watch.groups.map(({ id }) => id)).toEqual([chatId])
  expect(at.memory.outgoing).toBe(at.room)
})

test('what a customer writes is told to the window and announced, once it is durable', async () => {
  at.open.journal.hold()
  const facts = [{ kind: 'message', message: at.open.message({ topicId: 9 }) } as const]
  const received = at.telegram.receive({ facts, people: [mira], accountId: anna.id, marks: { pts: '5' } })
  await settled()
  at.frame()
  expect(at.shown).toEqual([])
  expect(at.ofKind('queue-changed').flatMap(({ ticketIds }) => ticketIds)).toEqual([])
  await at.open.journal.write()
  await received
  at.frame()
  expect(at.shown.map(({ kind }) => kind)).toEqual(['new-ticket'])
  expect(at.ofKind('queue-changed').flatMap(({ ticketIds }) => ticketIds)).toEqual([`${chatId}:9`])
})

test('a reply goes out, and its file goes from the profile once it was sent', async () => {
  at.telegram.linkChanged({ kind: 'live' })
  const file = await at.desk.handlers.files.stage({ name: 'a.txt', mime: 'text/plain', base64: 'AQID' })
  await at.reply(replyId, [file.id])
  await settled()
  expect(at.sent).toEqual(['7'])
  expect(at.room.files.size).toBe(1)
  at.answer({ kind: 'sent', number: 300, sentAt: '2025-03-03T09:00:01.000Z', media: [] })
  await settled()
  expect(at.room.files.size).toBe(0)
})

describe('a full disk', () => {
  test('is told with its time, and so is that it has room again', async () => {
    at.open.journal.fill()
    await expect(at.reply(replyId)).rejects.toMatchObject({ code: 'storage-full' })
    at.frame()
    expect(at.ofKind('status-changed').at(-1)?.storage).toEqual({ kind: 'full', since: nine })
    at.open.journal.makeRoom()
    await at.reply(replyId)
    at.frame()
    expect(at.ofKind('status-changed').at(-1)).toMatchObject({ storage: { kind: 'ok' }, toSend: 1 })
  })
})

describe('a notification', () => {
  test('that is clicked brings the window with its ticket', () => {
    at.platform.opened(ticketId)
    at.platform.opened(null)
    expect(at.told.filter(([event]) => ['forward', 'open-ticket'].includes(event))).toEqual([
      ['forward', null],
      ['open-ticket', { ticketId }],
      ['forward', null],
    ])
  })

  test('that claims makes the ticket mine; a claim that is refused is no failure', async () => {
    at.platform.claimed(ticketId)
    await settled()
    expect((await at.desk.handlers.tickets.get({ ticketId })).assignee?.isMe).toBe(true)
    at.platform.claimed('nowhere')
    await settled()
    expect(at.open.log.warnings).toEqual(['a claim from a notification was refused'])
  })

  test('that the platform did not show is shown in the window', () => {
    const given = { key: 'k', title: 'Late', body: 'Mira waits.', ticketId, urgent: true, actions: [] }
    at.platform.failed({ ...given, kind: 'breached' }, 'no service')
    expect(at.ofKind('notice')).toEqual([
      { key: 'k', tone: 'bad', title: 'Late', body: 'Mira waits.', ticketId },
    ])
  })
})

test('a keyring that fails while the session is told is no unheard rejection', async () => {
  at.secretsFail = true
  at.telegram.signInChanged({ kind: 'signed-out', reason: 'never' })
  await settled()
  expect(at.open.log.errors).toEqual(['the session could not be told'])
})

test('do not disturb is kept as a setting', async () => {
  at.desk.setDoNotDisturb(true)
  await settled()
  expect((await at.desk.handlers.settings.get(undefined)).notifications.doNotDisturb).toBe(true)
})

test('who types is told by name', () => {
  at.telegram.typing(chatId, topicId, mira.id)
  expect(at.ofKind('typing')).toEqual([{ ticketId, name: 'Mira' }])
})
