import { beforeEach, describe, expect, test } from 'vitest'
import { type Due, TimeKeeper } from '../../../../src-main/desk/time-keeper'
import { byAnna, chatId, hour, minute, nine, second, theDesk, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'

let open: OpenDesk
let due: Due[]
let keeper: TimeKeeper

/** A promise of an hour for the first reply, a quarter of it left is at risk; nothing else moves by itself. */
const promise = { firstReplyMs: hour, nextReplyMs: null, resolutionMs: null }
const atRisk = nine + 45 * minute
const breached = nine + hour

beforeEach(async () => {
  open = await OpenDesk.open()
  const promises = { low: promise, medium: promise, high: promise, critical: promise }
  await open.desk.ask({ kind: 'change-settings', patch: { promises, warnPercent: 25 } }, byAnna)
  due = []
  keeper = new TimeKeeper(open.desk.state, open.clock, (now) => due.push(now))
  open.desk.onCommit((commit) => keeper.follow(commit))
  keeper.arm()
})

const passTime = async ({ ticketIds }: Due) => {
  const askedAt = open.clock.now()
  await open.desk.ask({ kind: 'pass-time', ticketIds }, theDesk)
  keeper.passed(open.desk.state, ticketIds, askedAt)
}

describe('one wake-up', () => {
  test('is asked for, for the earliest of all that moves by itself', async () => {
    expect(open.clock.nextWake).toBe(atRisk)
    await open.topic(8)
    expect(open.clock.nextWake).toBe(atRisk)
    keeper.planChat(chatId, nine + minute)
    expect(open.clock.nextWake).toBe(nine + minute)
  })

  test('tells whose time has come, then the next time is waited for', async () => {
    open.clock.advance(45 * minute)
    expect(due).toEqual([{ ticketIds: [ticketId], outboxIds: [], chatIds: [], duties: [] }])
    await passTime(due[0] as Due)
    expect(open.events('clock-noticed')).toEqual([expect.objectContaining({ level: 'at-risk' })])
    expect(open.clock.nextWake).toBe(breached)
  })

  test('too early, by a clock that was set back, tells nothing and is asked for again', () => {
    open.clock.jumpTo(nine - hour)
    keeper.ring()
    expect(due).toEqual([])
    expect(open.clock.nextWake).toBe(atRisk)
  })

  test('that is the same as before is not asked for anew', async () => {
    const asked: (number | null)[] = []
    const counted = new TimeKeeper(
      open.desk.state,
      { now: () => nine, wakeAt: (at) => asked.push(at) },
      () => undefined,
    )
    counted.arm()
    counted.arm()
    expect(asked).toEqual([atRisk])
  })

  test('after a sleep tells all that was missed at once', async () => {
    open.clock.advance(minute)
    await open.topic(8)
    await open.topic(9)
    open.clock.jumpTo(nine + 5 * hour)
    expect(due).toHaveLength(1)
    expect(due[0]?.ticketIds).toEqual([ticketId, `${chatId}:8`, `${chatId}:9`])
    await passTime(due[0] as Due)
    expect(open.events('clock-noticed').map(({ level }) => level)).toEqual(Array(3).fill('breached'))
    expect(open.clock.nextWake).toBeNull()
  })
})

describe('what changes', () => {
  test('moves the wake-up: an answered ticket has no deadline any more', async () => {
    await open.reply('1')
    await open.desk.ask({ kind: 'note-attempt', outboxId: '1' }, theDesk)
    const sentAt = new Date(nine).toISOString()
    await open.desk.ask({ kind: 'note-sent', outboxId: '1', number: 300, sentAt, media: [] }, theDesk)
    expect(open.clock.nextWake).toBeNull()
  })

  test('in the promises plans every ticket anew', async () => {
    await open.topic(8)
    const shorter = { ...promise, firstReplyMs: 20 * minute }
    const promises = { low: shorter, medium: shorter, high: shorter, critical: shorter }
    await open.desk.ask({ kind: 'change-settings', patch: { promises } }, byAnna)
    expect(open.clock.nextWake).toBe(nine + 15 * minute)
    open.clock.advance(15 * minute)
    expect(due[0]?.ticketIds).toHaveLength(2)
  })

  test('by putting a ticket on hold wakes at the end of the hold, and ends it', async () => {
    const until = nine + 10 * minute
    const hold = {
      kind: 'change-status',
      ticketId,
      to: 'on_hold',
      reason: 'Waits for the bank.',
      until,
    } as const
    await open.desk.ask(hold, byAnna)
    expect(open.clock.nextWake).toBe(until)
    open.clock.advance(10 * minute)
    await passTime(due[0] as Due)
    expect(open.desk.state.tickets.get(ticketId)?.status).toBe('open')
  })
})

describe('a held reply', () => {
  test('is waited for, and not any more once it is taken back', async () => {
    await open.desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 5 * second } }, byAnna)
    await open.reply('1')
    expect(open.clock.nextWake).toBe(nine + 5 * second)
    await open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    expect(open.clock.nextWake).toBe(atRisk)
  })

  test('whose time comes is named', async () => {
    await open.desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 5 * second } }, byAnna)
    await open.reply('1')
    open.clock.advance(5 * second)
    expect(due).toEqual([{ ticketIds: [], outboxIds: ['1'], chatIds: [], duties: [] }])
  })

  test('of the last run is waited for from the start', async () => {
    await open.desk.ask({ kind: 'change-settings', patch: { sendHoldMs: 5 * second } }, byAnna)
    await open.reply('1')
    keeper.stop()
    new TimeKeeper(open.desk.state, open.clock, () => undefined).arm()
    expect(open.clock.nextWake).toBe(nine + 5 * second)
  })
})

test("the end of a chat's pause is named once", () => {
  keeper.planChat(chatId, nine + minute)
  open.clock.advance(5 * minute)
  expect(due).toEqual([{ ticketIds: [], outboxIds: [], chatIds: [chatId], duties: [] }])
})

describe('time that passed and led to nothing', () => {
  test('because the disk was full is passed again a while later, not in a circle', async () => {
    open.clock.advance(45 * minute)
    keeper.passed(open.desk.state, due[0]?.ticketIds ?? [], open.clock.now())
    expect(open.clock.nextWake).toBe(atRisk + 5 * second)
    open.clock.advance(5 * second)
    expect(due).toHaveLength(2)
    await passTime(due[1] as Due)
    expect(open.clock.nextWake).toBe(breached)
  })

  test('does not hold back a deadline that came while it was being kept', async () => {
    open.clock.advance(45 * minute)
    const askedAt = open.clock.now()
    const [now] = due as [Due]
    await open.desk.ask({ kind: 'pass-time', ...now }, theDesk)
    open.clock.jumpTo(breached + 1)
    keeper.passed(open.desk.state, now.ticketIds, askedAt)
    expect(open.clock.nextWake).toBe(breached)
  })
})

test('a keeper that stopped asks for no wake-up, whatever happens', async () => {
  keeper.stop()
  expect(open.clock.nextWake).toBeNull()
  await open.topic(8)
  keeper.planChat(chatId, nine + minute)
  keeper.ring()
  expect(open.clock.nextWake).toBeNull()
  expect(due).toEqual([])
})

describe('after a sleep', () => {
  test('what came meanwhile is waited for, before a promise is called broken', () => {
    open.clock.jumpTo(atRisk - second)
    keeper.expectNews()
    open.clock.advance(2 * second)
    keeper.ring()
    expect(due).toEqual([])
    keeper.newsIsIn()
    open.clock.advance(1)
    expect(due).toMatchObject([{ ticketIds: [ticketId] }])
  })

  test('it is called broken all the same when nothing comes in three seconds', () => {
    open.clock.jumpTo(atRisk - 1)
    keeper.expectNews()
    open.clock.advance(2 * second)
    expect(due).toEqual([])
    open.clock.advance(second)
    expect(due).toMatchObject([{ ticketIds: [ticketId] }])
  })
})
