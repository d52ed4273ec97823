import { beforeEach, describe, expect, test } from 'vitest'
import { anna, byAnna, chatId, minute, second, theDesk, ticketId } from '../core/desk-on-paper'
import { OutboxAtWork, other } from './outbox-at-work'
import { settled } from './strict'

let at: OutboxAtWork

beforeEach(async () => {
  at = await OutboxAtWork.begin()
})

describe('a pause that Telegram asks for', () => {
  test('keeps the whole chat quiet until its end, and is told', async () => {
    await at.queue('1')
    await at.queue('2', other)
    const until = at.open.clock.now() + 30 * second
    await at.telegram.answer('1', { kind: 'wait', until })
    expect(at.pauses).toEqual([{ chatId, until }])
    expect(at.runner.pausedUntil(chatId)).toBe(until)
    at.runner.setLive(anna.id, false)
    at.runner.setLive(anna.id, true)
    await at.pass(30 * second - 1)
    expect(at.telegram.sent).toEqual(['1'])
    await at.pass(1)
    expect(at.telegram.sent).toEqual(['1', '1'])
    expect(at.runner.pausedUntil(chatId)).toBeNull()
  })

  test('of no length at all is not asked about in a circle', async () => {
    await at.queue('1')
    await at.telegram.answer('1', { kind: 'wait', until: at.open.clock.now() })
    expect(at.telegram.sent).toEqual(['1'])
    await at.pass(second)
    expect(at.telegram.sent).toEqual(['1', '1'])
  })

  test('is over early when the clock is set back', async () => {
    await at.queue('1')
    await at.telegram.answer('1', { kind: 'wait', until: at.open.clock.now() + 30 * second })
    at.open.clock.jumpTo(at.open.clock.now() - 60 * minute)
    expect(at.runner.pausedUntil(chatId)).toBeNull()
    await at.pass(0)
    expect(at.telegram.sent).toEqual(['1', '1'])
  })
})

describe('an entry without an answer', () => {
  test('is tried again under the same id, after twice the time each time, a minute at most', async () => {
    await at.queue('1')
    for (const waitMs of [1, 2, 4, 8, 16, 32, 60, 60].map((s) => s * second)) {
      await at.telegram.answer('1', { kind: 'unanswered' })
      expect(at.pauses.at(-1)?.until).toBe(at.open.clock.now() + waitMs)
      const tries = at.telegram.sent.length
      await at.pass(waitMs - 1)
      expect(at.telegram.sent).toHaveLength(tries)
      await at.pass(1)
      expect(at.telegram.sent).toHaveLength(tries + 1)
    }
    expect(new Set(at.telegram.sent)).toEqual(new Set(['1']))
    expect(at.open.events('reply-attempted')).toHaveLength(1)
    await at.telegram.accept('1', 201)
    expect(at.open.desk.state.outbox.size).toBe(0)
  })

  test('is tried at once when the link is back', async () => {
    await at.queue('1')
    await at.telegram.answer('1', { kind: 'unanswered' })
    at.runner.setLive(anna.id, false)
    await settled()
    at.runner.setLive(anna.id, true)
    await settled()
    expect(at.telegram.sent).toEqual(['1', '1'])
  })

  test('does not make the next one wait longer', async () => {
    await at.queue('1')
    await at.queue('2')
    await at.telegram.answer('1', { kind: 'unanswered' })
    await at.pass(second)
    await at.telegram.accept('1', 201)
    await at.telegram.answer('2', { kind: 'unanswered' })
    expect(at.pauses.at(-1)?.until).toBe(at.open.clock.now() + second)
  })

  test('whose echo comes meanwhile is sent, and not tried again', async () => {
    await at.queue('1')
    await at.telegram.answer('1', { kind: 'unanswered' })
    await at.open.echo('1', 'Reply 1')
    await at.pass(minute)
    expect(at.telegram.sent).toEqual(['1'])
    expect(at.open.events('reply-sent')).toHaveLength(1)
  })

  test('of a kind nobody foresaw is tried five times, then given to the agent to look', async () => {
    await at.queue('1')
    await at.queue('2', other)
    for (let tried = 1; tried <= 5; tried++) {
      expect(at.telegram.sent).toHaveLength(tried)
      await at.telegram.fail('1')
      if (tried < 5) await at.pass(minute)
    }
    expect(at.open.desk.state.outbox.get('1')?.state).toMatchObject({ kind: 'failed', uncertain: true })
    expect(at.telegram.waiting).toEqual(['2'])
    await at.telegram.accept('2', 202)
    await at.open.desk.ask({ kind: 'retry-reply', ticketId, outboxId: '1' }, byAnna)
    await settled()
    await at.telegram.fail('1')
    expect(at.open.entryState('1')).toBe('attempted')
    expect(at.open.log.errors).toEqual(Array(6).fill('an entry could not be sent'))
  })
})

describe('an entry that Telegram says it has already', () => {
  test('waits for its echo, which Telegram is asked to bring, and is sent once it comes', async () => {
    await at.queue('1')
    await at.queue('2')
    await at.telegram.accept('1', null)
    expect(at.telegram.wakes).toBe(1)
    expect(at.pauses).toEqual([{ chatId, until: at.open.clock.now() + 5 * second }])
    expect(at.open.entryState('1')).toBe('attempted')
    await at.open.echo('1', 'Reply 1', { randomId: null })
    await settled()
    expect(at.open.events('reply-sent')).toHaveLength(1)
    expect(at.telegram.sent).toEqual(['1', '2'])
  })

  test('and whose echo does not come is asked about once more, then looked for', async () => {
    await at.queue('1')
    await at.telegram.accept('1', null)
    const there = { number: 207, sentAt: '2025-03-03T09:00:00.000Z', media: [] }
    at.telegram.there.set('1', { kind: 'sent', ...there })
    await at.pass(5 * second)
    await at.telegram.accept('1', null)
    expect(at.open.events('reply-sent')).toMatchObject([{ outboxId: '1', ...there }])
  })

  test.each([null, new Error('no connection')])(
    'and neither heard nor seen is sent without a number (%s)',
    async (found) => {
      if (found) at.telegram.there.set('1', found)
      await at.queue('1')
      await at.telegram.accept('1', null)
      await at.pass(5 * second - 1)
      expect(at.telegram.sent).toEqual(['1'])
      await at.pass(1)
      await at.telegram.accept('1', null)
      expect(at.open.desk.state.outbox.has('1')).toBe(false)
      expect(at.open.events('reply-sent')).toMatchObject([{ outboxId: '1', number: null }])
      await at.pass(minute)
      expect(at.telegram.sent).toEqual(['1', '1'])
    },
  )
})

describe('a crash between attempt and result', () => {
  test('leads to the same id being sent again, and once the echo came to one message', async () => {
    await at.queue('1')
    const wasSent = at.telegram.sent
    at.start()
    await settled()
    expect([...wasSent, ...at.telegram.sent]).toEqual(['1', '1'])
    await at.telegram.accept('1', null)
    await at.open.echo('1', 'Reply 1', { randomId: null })
    expect(at.open.events('reply-attempted')).toHaveLength(1)
    expect(at.open.events('reply-sent')).toHaveLength(1)
    expect(at.open.desk.state.outbox.size).toBe(0)
  })

  test('after which the echo is read first sends nothing at all', async () => {
    await at.queue('1')
    at.runner.stop()
    await at.open.echo('1', 'Reply 1', { randomId: null })
    at.start()
    await settled()
    expect(at.telegram.sent).toEqual([])
  })
})

describe('a disk without room', () => {
  test('lets nothing out whose attempt it did not take, and is not asked in a circle', async () => {
    at.runner.setLive(anna.id, false)
    await at.queue('1')
    at.open.journal.fill()
    at.runner.setLive(anna.id, true)
    await settled()
    expect(at.telegram.sent).toEqual([])
    expect(at.open.log.errors).toEqual(['an outbox step could not be kept'])
    at.open.journal.makeRoom()
    await at.pass(second)
    expect(at.telegram.sent).toEqual(['1'])
  })

  test('that does not take the answer is told it again later; the reply is not sent again', async () => {
    await at.queue('1')
    at.open.journal.fill()
    await at.telegram.accept('1', 201)
    expect(at.open.entryState('1')).toBe('attempted')
    await at.pass(second)
    at.open.journal.makeRoom()
    await at.pass(minute)
    expect(at.telegram.sent).toEqual(['1'])
    expect(at.open.events('reply-sent')).toEqual([expect.objectContaining({ outboxId: '1', number: 201 })])
  })

  test('that does not take a refusal by Telegram is told it again later', async () => {
    await at.queue('1')
    at.open.journal.fill()
    await at.telegram.answer('1', { kind: 'refused', reason: 'No.' })
    at.open.journal.makeRoom()
    await at.pass(second)
    expect(at.open.entryState('1')).toBe('failed')
    expect(at.telegram.sent).toEqual(['1'])
  })
})

test('a result for an entry that is gone is no news', async () => {
  await at.queue('1')
  await at.open.echo('1', 'Reply 1')
  const { seq } = at.open.desk.state
  await at.telegram.answer('1', { kind: 'refused', reason: 'Too late.' })
  expect(at.open.desk.state.seq).toBe(seq)
  await expect(
    at.open.desk.ask({ kind: 'note-sent', outboxId: '1', number: 1, sentAt: '', media: [] }, theDesk),
  ).resolves.toBe(at.open.desk.state)
})
