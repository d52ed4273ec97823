import { beforeEach, describe, expect, test } from 'vitest'
import { noTopic, privateChat } from '../../../../src-main/core/conversation/message'
import { anna, byAnna, chatId, helper, minute, mira, second, theDesk, ticketId } from '../core/desk-on-paper'
import { OutboxAtWork, other } from './outbox-at-work'
import { settled } from './strict'

let at: OutboxAtWork

beforeEach(async () => {
  at = await OutboxAtWork.begin()
})

describe('order', () => {
  test('replies of a conversation go out one after the other, each after the answer to the one before', async () => {
    await at.queue('1')
    await at.queue('2')
    expect(at.telegram.sent).toEqual(['1'])
    await at.telegram.accept('1', 201)
    expect(at.telegram.sent).toEqual(['1', '2'])
    await at.telegram.accept('2', 202)
    expect(at.open.events('reply-sent').map(({ number }) => number)).toEqual([201, 202])
    expect(at.open.desk.state.outbox.size).toBe(0)
  })

  test('a chat gets one entry at a time, whatever conversation it is for', async () => {
    await at.queue('1')
    await at.queue('2', other)
    expect(at.telegram.sent).toEqual(['1'])
    await at.telegram.accept('1', 201)
    expect(at.telegram.sent).toEqual(['1', '2'])
  })

  test('though its echo came first, the next entry waits for the answer to the one on its way', async () => {
    await at.queue('1')
    await at.queue('2')
    await at.open.echo('1', 'Reply 1')
    await settled()
    expect(at.open.entryState('1')).toBeUndefined()
    expect(at.telegram.sent).toEqual(['1'])
    await at.telegram.accept('1', 101)
    expect(at.telegram.sent).toEqual(['1', '2'])
    expect(at.open.events('reply-sent')).toHaveLength(1)
  })

  test('a failed reply holds back what comes after it in its conversation, and no other', async () => {
    await at.queue('1')
    await at.queue('2')
    await at.queue('3', other)
    await at.telegram.answer('1', { kind: 'refused', reason: 'The topic is closed.' })
    expect(at.open.desk.state.outbox.get('1')?.state).toEqual({
      ...{ kind: 'failed', reason: 'The topic is closed.', uncertain: false },
    })
    expect(at.telegram.sent).toEqual(['1', '3'])
  })

  test('a topic is closed after what waits in its conversation, and that is told as done', async () => {
    await at.queue('1')
    const to = { kind: 'change-status', ticketId, to: 'closed', reason: 'Done.', until: null } as const
    await at.open.desk.ask(to, byAnna)
    await settled()
    expect(at.telegram.sent).toEqual(['1'])
    await at.telegram.accept('1', 201)
    const task = at.telegram.waiting[0] ?? ''
    expect(at.open.desk.state.outbox.get(task)).toMatchObject({ kind: 'topic-task', task: 'close' })
    await at.telegram.accept(task, null)
    expect(at.open.events('topic-task-done')).toHaveLength(1)
    expect(at.open.events('reply-attempted').map(({ outboxId }) => outboxId)).toEqual(['1', task])
  })
})

test('an outbox keeps nothing of a chat in which nothing is under way', async () => {
  await at.queue('1')
  expect(at.runner.busyChats).toBe(1)
  await at.telegram.accept('1', 201)
  expect(at.runner.busyChats).toBe(0)
})

describe('before anything is sent', () => {
  test('the attempt is durable', async () => {
    at.open.journal.hold()
    const asked = at.open.reply('1')
    await settled()
    expect(at.telegram.sent).toEqual([])
    await at.open.journal.write()
    await asked
    await settled()
    expect(at.telegram.sent).toEqual(['1'])
    expect(at.telegram.entries[0]?.state.kind).toBe('attempted')
  })

  test('nothing is tried in a group the account is not in any more, and all else goes on', async () => {
    at.runner.setLive(anna.id, true, [chatId])
    await at.queue('1')
    expect(at.telegram.sent).toEqual([])
    expect(at.open.desk.state.outbox.get('1')?.state.kind).toBe('queued')
    at.runner.setLive(anna.id, true, ['-7'])
    await settled()
    expect(at.telegram.sent).toEqual(['1'])
  })

  test('nothing leaves while the write of the attempt is under way', async () => {
    at.runner.setLive(anna.id, false)
    await at.queue('1')
    at.open.journal.hold()
    at.runner.setLive(anna.id, true)
    await settled()
    expect(at.telegram.sent).toEqual([])
    await at.open.journal.write()
    await settled()
    expect(at.telegram.sent).toEqual(['1'])
  })

  test('a reply that is taken back in the moment its hold ends is not sent', async () => {
    at = await OutboxAtWork.begin(5 * second)
    await at.queue('1')
    at.open.journal.hold()
    const taken = at.open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    at.open.clock.advance(5 * second)
    at.runner.run()
    await settled()
    await at.open.journal.write()
    await taken
    await settled()
    expect(at.telegram.sent).toEqual([])
    expect(at.open.desk.state.drafts.get(`${ticketId}/reply`)?.text).toBe('Reply 1')
    expect(at.open.log.errors).toEqual([])
    await at.pass(minute)
    expect(at.telegram.sent).toEqual([])
  })

  test('a reply that was handed over can not be taken back', async () => {
    await at.queue('1')
    const taken = at.open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    await expect(taken).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a hold', () => {
  beforeEach(async () => {
    at = await OutboxAtWork.begin(5 * second)
  })

  test('keeps a reply and what comes after it, until its time', async () => {
    await at.queue('1')
    await at.pass(4_999)
    expect(at.telegram.sent).toEqual([])
    await at.pass(1)
    expect(at.telegram.sent).toEqual(['1'])
  })

  test('does not keep another conversation waiting', async () => {
    await at.queue('1')
    await at.open.desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 0 } }, byAnna)
    await at.queue('2', other)
    expect(at.telegram.sent).toEqual(['2'])
  })

  test('that ends while the link is down lets the reply go when the link is back', async () => {
    await at.queue('1')
    at.runner.setLive(anna.id, false)
    await at.pass(minute)
    expect(at.telegram.sent).toEqual([])
    at.runner.setLive(anna.id, true)
    await settled()
    expect(at.telegram.sent).toEqual(['1'])
  })
})

describe('the link', () => {
  test('that is down lets nothing out; once up, all goes in order', async () => {
    at.runner.setLive(anna.id, false)
    await at.queue('1')
    await at.queue('2')
    expect(at.telegram.sent).toEqual([])
    at.runner.setLive(anna.id, true)
    await settled()
    await at.telegram.accept('1', 201)
    expect(at.telegram.sent).toEqual(['1', '2'])
  })

  test('that comes up twice sends nothing twice', async () => {
    await at.queue('1')
    at.runner.setLive(anna.id, true)
    at.runner.run()
    await settled()
    expect(at.telegram.sent).toEqual(['1'])
  })
})

describe('several accounts', () => {
  const botChat = privateChat(helper.id, mira.id)
  beforeEach(async () => {
    const bot = { id: helper.id, name: 'Helper', username: 'helper_bot', kind: 'bot' as const }
    await at.open.desk.ask({ kind: 'sign-in', account: bot }, theDesk)
    const message = at.open.message({ chatId: botChat, topicId: noTopic })
    await at.open.deliver([{ kind: 'message', message }])
    at.telegram.sent.length = 0
  })

  test('hold back each only its own chats: one whose link is down stops no other', async () => {
    await at.queue('1')
    await at.queue('2', `${botChat}:${noTopic}`)
    expect(at.telegram.sent).toEqual(['1'])
    at.runner.setLive(anna.id, false)
    at.runner.setLive(helper.id, true)
    await settled()
    // The bot acknowledges the ticket first.
    const [first = ''] = at.telegram.waiting.filter((id) => id !== '1')
    await at.telegram.accept(first, 400)
    expect(at.telegram.sent).toEqual(['1', first, '2'])
    expect(at.telegram.entries.map(({ chatId: chat }) => chat)).toEqual([chatId, botChat, botChat])
    await at.telegram.answer('1', { kind: 'unanswered' })
    await at.pass(minute)
    expect(at.telegram.sent.filter((id) => id === '1')).toHaveLength(1)
    at.runner.setLive(anna.id, true)
    await settled()
    expect(at.telegram.sent.filter((id) => id === '1')).toHaveLength(2)
  })
})

test('an outbox that stops starts nothing more, and takes the answer to what is on its way', async () => {
  await at.queue('1')
  await at.queue('2')
  at.runner.stop()
  await at.telegram.accept('1', 201)
  at.runner.setLive(anna.id, true)
  await at.pass(minute)
  expect(at.telegram.sent).toEqual(['1'])
  expect(at.open.events('reply-sent')).toHaveLength(1)
})
