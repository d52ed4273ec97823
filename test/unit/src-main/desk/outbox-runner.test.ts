import { beforeEach, describe, expect, test } from 'vitest'
import { noTopic, privateChat } from '../../../../src-main/core/conversation/message'
import { OutboxRunner } from '../../../../src-main/desk/outbox-runner'
import { anna, byAnna, chatId, helper, minute, mira, second, theDesk, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'
import { SteeredTelegram } from './steered-telegram'
import { settled } from './strict'

const other = `${chatId}:8`

let open: OpenDesk
let telegram: SteeredTelegram
let runner: OutboxRunner
let pauses: { chatId: string; until: number }[]

/** An outbox at work: live, run at each commit, and when a pause it asked to be woken for is over. */
async function atWork(sendHoldMs = 0): Promise<void> {
  open = await OpenDesk.open(sendHoldMs)
  await open.topic(8)
  start()
}

function start(): void {
  telegram = new SteeredTelegram()
  pauses = []
  runner = new OutboxRunner(open.desk, telegram, open.clock, open.log, (chat, until) => {
    pauses.push({ chatId: chat, until })
  })
  open.desk.onCommit((commit) => runner.follow(commit))
  runner.setLive(anna.id, true)
}

async function pass(spanMs: number): Promise<void> {
  open.clock.advance(spanMs)
  runner.run()
  await settled()
}

async function queue(outboxId: string, ticket = ticketId): Promise<void> {
  await open.reply(outboxId, { ticketId: ticket })
  await settled()
}

beforeEach(() => atWork())

describe('order', () => {
  test('replies of a conversation go out one after the other, each after the answer to the one before', async () => {
    await queue('1')
    await queue('2')
    expect(telegram.sent).toEqual(['1'])
    await telegram.accept('1', 201)
    expect(telegram.sent).toEqual(['1', '2'])
    await telegram.accept('2', 202)
    expect(open.events('reply-sent').map(({ number }) => number)).toEqual([201, 202])
    expect(open.desk.state.outbox.size).toBe(0)
  })

  test('a chat gets one entry at a time, whatever conversation it is for', async () => {
    await queue('1')
    await queue('2', other)
    expect(telegram.sent).toEqual(['1'])
    await telegram.accept('1', 201)
    expect(telegram.sent).toEqual(['1', '2'])
  })

  test('though its echo came first, the next entry waits for the answer to the one on its way', async () => {
    await queue('1')
    await queue('2')
    await open.echo('1', 'Reply 1')
    await settled()
    expect(open.entryState('1')).toBeUndefined()
    expect(telegram.sent).toEqual(['1'])
    await telegram.accept('1', 101)
    expect(telegram.sent).toEqual(['1', '2'])
    expect(open.events('reply-sent')).toHaveLength(1)
  })

  test('a failed reply holds back what comes after it in its conversation, and no other', async () => {
    await queue('1')
    await queue('2')
    await queue('3', other)
    await telegram.answer('1', { kind: 'refused', reason: 'The topic is closed.' })
    expect(open.desk.state.outbox.get('1')?.state).toEqual({
      ...{ kind: 'failed', reason: 'The topic is closed.', uncertain: false },
    })
    expect(telegram.sent).toEqual(['1', '3'])
  })

  test('a topic is closed after what waits in its conversation, and that is told as done', async () => {
    await queue('1')
    const to = { kind: 'change-status', ticketId, to: 'closed', reason: 'Done.', until: null } as const
    await open.desk.ask(to, byAnna)
    await settled()
    expect(telegram.sent).toEqual(['1'])
    await telegram.accept('1', 201)
    const task = telegram.waiting[0] ?? ''
    expect(open.desk.state.outbox.get(task)).toMatchObject({ kind: 'topic-task', task: 'close' })
    await telegram.accept(task, null)
    expect(open.events('topic-task-done')).toHaveLength(1)
    expect(open.events('reply-attempted').map(({ outboxId }) => outboxId)).toEqual(['1', task])
  })
})

test('an outbox keeps nothing of a chat in which nothing is under way', async () => {
  await queue('1')
  expect(runner.busyChats).toBe(1)
  await telegram.accept('1', 201)
  expect(runner.busyChats).toBe(0)
})

describe('before anything is sent', () => {
  test('the attempt is durable', async () => {
    open.journal.hold()
    const asked = open.reply('1')
    await settled()
    expect(telegram.sent).toEqual([])
    await open.journal.write()
    await asked
    await settled()
    expect(telegram.sent).toEqual(['1'])
    expect(telegram.entries[0]?.state.kind).toBe('attempted')
  })

  test('nothing is tried in a group the account is not in any more, and all else goes on', async () => {
    runner.setLive(anna.id, true, [chatId])
    await queue('1')
    expect(telegram.sent).toEqual([])
    expect(open.desk.state.outbox.get('1')?.state.kind).toBe('queued')
    runner.setLive(anna.id, true, ['-7'])
    await settled()
    expect(telegram.sent).toEqual(['1'])
  })

  test('nothing leaves while the write of the attempt is under way', async () => {
    runner.setLive(anna.id, false)
    await queue('1')
    open.journal.hold()
    runner.setLive(anna.id, true)
    await settled()
    expect(telegram.sent).toEqual([])
    await open.journal.write()
    await settled()
    expect(telegram.sent).toEqual(['1'])
  })

  test('a reply that is taken back in the moment its hold ends is not sent', async () => {
    await atWork(5 * second)
    await queue('1')
    open.journal.hold()
    const taken = open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    open.clock.advance(5 * second)
    runner.run()
    await settled()
    await open.journal.write()
    await taken
    await settled()
    expect(telegram.sent).toEqual([])
    expect(open.desk.state.drafts.get(`${ticketId}/reply`)?.text).toBe('Reply 1')
    expect(open.log.errors).toEqual([])
    await pass(minute)
    expect(telegram.sent).toEqual([])
  })

  test('a reply that was handed over can not be taken back', async () => {
    await queue('1')
    const taken = open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    await expect(taken).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('a hold', () => {
  beforeEach(() => atWork(5 * second))

  test('keeps a reply and what comes after it, until its time', async () => {
    await queue('1')
    await pass(4_999)
    expect(telegram.sent).toEqual([])
    await pass(1)
    expect(telegram.sent).toEqual(['1'])
  })

  test('does not keep another conversation waiting', async () => {
    await queue('1')
    await open.desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 0 } }, byAnna)
    await queue('2', other)
    expect(telegram.sent).toEqual(['2'])
  })

  test('that ends while the link is down lets the reply go when the link is back', async () => {
    await queue('1')
    runner.setLive(anna.id, false)
    await pass(minute)
    expect(telegram.sent).toEqual([])
    runner.setLive(anna.id, true)
    await settled()
    expect(telegram.sent).toEqual(['1'])
  })
})

describe('a pause that Telegram asks for', () => {
  test('keeps the whole chat quiet until its end, and is told', async () => {
    await queue('1')
    await queue('2', other)
    const until = open.clock.now() + 30 * second
    await telegram.answer('1', { kind: 'wait', until })
    expect(pauses).toEqual([{ chatId, until }])
    expect(runner.pausedUntil(chatId)).toBe(until)
    runner.setLive(anna.id, false)
    runner.setLive(anna.id, true)
    await pass(30 * second - 1)
    expect(telegram.sent).toEqual(['1'])
    await pass(1)
    expect(telegram.sent).toEqual(['1', '1'])
    expect(runner.pausedUntil(chatId)).toBeNull()
  })

  test('of no length at all is not asked about in a circle', async () => {
    await queue('1')
    await telegram.answer('1', { kind: 'wait', until: open.clock.now() })
    expect(telegram.sent).toEqual(['1'])
    await pass(second)
    expect(telegram.sent).toEqual(['1', '1'])
  })

  test('is over early when the clock is set back', async () => {
    await queue('1')
    await telegram.answer('1', { kind: 'wait', until: open.clock.now() + 30 * second })
    open.clock.jumpTo(open.clock.now() - 60 * minute)
    expect(runner.pausedUntil(chatId)).toBeNull()
    await pass(0)
    expect(telegram.sent).toEqual(['1', '1'])
  })
})

describe('an entry without an answer', () => {
  test('is tried again under the same id, after twice the time each time, a minute at most', async () => {
    await queue('1')
    for (const waitMs of [1, 2, 4, 8, 16, 32, 60, 60].map((s) => s * second)) {
      await telegram.answer('1', { kind: 'unanswered' })
      expect(pauses.at(-1)?.until).toBe(open.clock.now() + waitMs)
      const tries = telegram.sent.length
      await pass(waitMs - 1)
      expect(telegram.sent).toHaveLength(tries)
      await pass(1)
      expect(telegram.sent).toHaveLength(tries + 1)
    }
    expect(new Set(telegram.sent)).toEqual(new Set(['1']))
    expect(open.events('reply-attempted')).toHaveLength(1)
    await telegram.accept('1', 201)
    expect(open.desk.state.outbox.size).toBe(0)
  })

  test('is tried at once when the link is back', async () => {
    await queue('1')
    await telegram.answer('1', { kind: 'unanswered' })
    runner.setLive(anna.id, false)
    await settled()
    runner.setLive(anna.id, true)
    await settled()
    expect(telegram.sent).toEqual(['1', '1'])
  })

  test('does not make the next one wait longer', async () => {
    await queue('1')
    await queue('2')
    await telegram.answer('1', { kind: 'unanswered' })
    await pass(second)
    await telegram.accept('1', 201)
    await telegram.answer('2', { kind: 'unanswered' })
    expect(pauses.at(-1)?.until).toBe(open.clock.now() + second)
  })

  test('whose echo comes meanwhile is sent, and not tried again', async () => {
    await queue('1')
    await telegram.answer('1', { kind: 'unanswered' })
    await open.echo('1', 'Reply 1')
    await pass(minute)
    expect(telegram.sent).toEqual(['1'])
    expect(open.events('reply-sent')).toHaveLength(1)
  })

  test('of a kind nobody foresaw is tried five times, then given to the agent to look', async () => {
    await queue('1')
    await queue('2', other)
    for (let tried = 1; tried <= 5; tried++) {
      expect(telegram.sent).toHaveLength(tried)
      await telegram.fail('1')
      if (tried < 5) await pass(minute)
    }
    expect(open.desk.state.outbox.get('1')?.state).toMatchObject({ kind: 'failed', uncertain: true })
    expect(telegram.waiting).toEqual(['2'])
    await telegram.accept('2', 202)
    await open.desk.ask({ kind: 'retry-reply', ticketId, outboxId: '1' }, byAnna)
    await settled()
    await telegram.fail('1')
    expect(open.entryState('1')).toBe('attempted')
    expect(open.log.errors).toEqual(Array(6).fill('an entry could not be sent'))
  })
})

describe('an entry that Telegram says it has already', () => {
  test('waits for its echo, which Telegram is asked to bring, and is sent once it comes', async () => {
    await queue('1')
    await queue('2')
    await telegram.accept('1', null)
    expect(telegram.wakes).toBe(1)
    expect(pauses).toEqual([{ chatId, until: open.clock.now() + 20 * second }])
    expect(open.entryState('1')).toBe('attempted')
    await open.echo('1', 'Reply 1', { randomId: null })
    await settled()
    expect(open.events('reply-sent')).toHaveLength(1)
    expect(telegram.sent).toEqual(['1', '2'])
  })

  test('and whose echo does not come is asked about once more, then is sent without a number', async () => {
    await queue('1')
    await telegram.accept('1', null)
    await pass(20 * second - 1)
    expect(telegram.sent).toEqual(['1'])
    await pass(1)
    await telegram.accept('1', null)
    expect(open.desk.state.outbox.has('1')).toBe(false)
    expect(open.events('reply-sent')).toMatchObject([{ outboxId: '1', number: null }])
    await pass(minute)
    expect(telegram.sent).toEqual(['1', '1'])
  })
})

describe('the link', () => {
  test('that is down lets nothing out; once up, all goes in order', async () => {
    runner.setLive(anna.id, false)
    await queue('1')
    await queue('2')
    expect(telegram.sent).toEqual([])
    runner.setLive(anna.id, true)
    await settled()
    await telegram.accept('1', 201)
    expect(telegram.sent).toEqual(['1', '2'])
  })

  test('that comes up twice sends nothing twice', async () => {
    await queue('1')
    runner.setLive(anna.id, true)
    runner.run()
    await settled()
    expect(telegram.sent).toEqual(['1'])
  })
})

describe('a crash between attempt and result', () => {
  test('leads to the same id being sent again, and once the echo came to one message', async () => {
    await queue('1')
    const wasSent = telegram.sent
    start()
    await settled()
    expect([...wasSent, ...telegram.sent]).toEqual(['1', '1'])
    await telegram.accept('1', null)
    await open.echo('1', 'Reply 1', { randomId: null })
    expect(open.events('reply-attempted')).toHaveLength(1)
    expect(open.events('reply-sent')).toHaveLength(1)
    expect(open.desk.state.outbox.size).toBe(0)
  })

  test('after which the echo is read first sends nothing at all', async () => {
    await queue('1')
    runner.stop()
    await open.echo('1', 'Reply 1', { randomId: null })
    start()
    await settled()
    expect(telegram.sent).toEqual([])
  })
})

describe('a disk without room', () => {
  test('lets nothing out whose attempt it did not take, and is not asked in a circle', async () => {
    runner.setLive(anna.id, false)
    await queue('1')
    open.journal.fill()
    runner.setLive(anna.id, true)
    await settled()
    expect(telegram.sent).toEqual([])
    expect(open.log.errors).toEqual(['an outbox step could not be kept'])
    open.journal.makeRoom()
    await pass(second)
    expect(telegram.sent).toEqual(['1'])
  })

  test('that does not take the answer is told it again later; the reply is not sent again', async () => {
    await queue('1')
    open.journal.fill()
    await telegram.accept('1', 201)
    expect(open.entryState('1')).toBe('attempted')
    await pass(second)
    open.journal.makeRoom()
    await pass(minute)
    expect(telegram.sent).toEqual(['1'])
    expect(open.events('reply-sent')).toEqual([expect.objectContaining({ outboxId: '1', number: 201 })])
  })

  test('that does not take a refusal by Telegram is told it again later', async () => {
    await queue('1')
    open.journal.fill()
    await telegram.answer('1', { kind: 'refused', reason: 'No.' })
    open.journal.makeRoom()
    await pass(second)
    expect(open.entryState('1')).toBe('failed')
    expect(telegram.sent).toEqual(['1'])
  })
})

describe('several accounts', () => {
  const botChat = privateChat(helper.id, mira.id)
  beforeEach(async () => {
    const bot = { id: helper.id, name: 'Helper', username: 'helper_bot', kind: 'bot' as const }
    await open.desk.ask({ kind: 'sign-in', account: bot }, theDesk)
    const message = open.message({ chatId: botChat, topicId: noTopic })
    await open.deliver([{ kind: 'message', message }])
    telegram.sent.length = 0
  })

  test('hold back each only its own chats: one whose link is down stops no other', async () => {
    await queue('1')
    await queue('2', `${botChat}:${noTopic}`)
    expect(telegram.sent).toEqual(['1'])
    runner.setLive(anna.id, false)
    runner.setLive(helper.id, true)
    await settled()
    // The bot acknowledges the ticket first.
    const [first = ''] = telegram.waiting.filter((id) => id !== '1')
    await telegram.accept(first, 400)
    expect(telegram.sent).toEqual(['1', first, '2'])
    expect(telegram.entries.map(({ chatId: chat }) => chat)).toEqual([chatId, botChat, botChat])
    await telegram.answer('1', { kind: 'unanswered' })
    await pass(minute)
    expect(telegram.sent.filter((id) => id === '1')).toHaveLength(1)
    runner.setLive(anna.id, true)
    await settled()
    expect(telegram.sent.filter((id) => id === '1')).toHaveLength(2)
  })
})

test('an outbox that stops starts nothing more, and takes the answer to what is on its way', async () => {
  await queue('1')
  await queue('2')
  runner.stop()
  await telegram.accept('1', 201)
  runner.setLive(anna.id, true)
  await pass(minute)
  expect(telegram.sent).toEqual(['1'])
  expect(open.events('reply-sent')).toHaveLength(1)
})

test('a result for an entry that is gone is no news', async () => {
  await queue('1')
  await open.echo('1', 'Reply 1')
  const { seq } = open.desk.state
  await telegram.answer('1', { kind: 'refused', reason: 'Too late.' })
  expect(open.desk.state.seq).toBe(seq)
  await expect(
    open.desk.ask({ kind: 'note-sent', outboxId: '1', number: 1, sentAt: '', media: [] }, theDesk),
  ).resolves.toBe(open.desk.state)
})
