import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anna, hour, minute, nine, second, ticketId } from '../core/desk-on-paper'
import { DeskAtWork, replyId } from './desk-at-work'
import { settled } from './strict'

let at: DeskAtWork

beforeEach(async () => {
  vi.useFakeTimers()
  at = await DeskAtWork.start()
})
afterEach(() => void vi.useRealTimers())

describe('time', () => {
  test('that passes breaks promises at their moment, and says so once', async () => {
    for (let halves = 0; halves < 6; halves++) {
      at.open.clock.advance(hour / 2)
      await settled()
    }
    const breaches = at.shown.filter(({ kind }) => kind === 'breached')
    expect(breaches.map(({ ticketId: id }) => id)).toEqual([ticketId])
    at.desk.wake()
    await settled()
    expect(at.shown.filter(({ kind }) => kind === 'breached')).toHaveLength(1)
    expect(at.stops).toEqual(['telegram woken'])
  })

  test('that cannot be kept is passed again, five seconds apart', async () => {
    at.open.journal.fill()
    const atRisk = nine + 96 * minute
    at.open.clock.jumpTo(atRisk)
    for (let tried = 1; tried <= 3; tried++) {
      await settled()
      expect(at.open.log.errors).toEqual(Array(tried).fill('time passed, but that could not be kept'))
      expect(at.open.clock.nextWake).toBe(at.open.clock.now() + 5 * second)
      if (tried < 3) at.open.clock.advance(5 * second)
    }
    at.open.journal.makeRoom()
    at.open.clock.advance(5 * second)
    await settled()
    expect(at.open.events('clock-noticed')).toHaveLength(1)
    at.frame()
    expect(at.ofKind('status-changed').at(-1)?.storage).toEqual({ kind: 'ok' })
  })

  test('that ends a hold sends the reply', async () => {
    at.telegram.linkChanged({ kind: 'live' })
    await at.desk.handlers.settings.change({ sendHoldMs: 5_000 })
    await at.reply(replyId)
    expect(at.sent).toEqual([])
    at.open.clock.advance(5_000)
    await settled()
    expect(at.sent).toEqual(['7'])
  })

  test("that ends a chat's pause goes on sending", async () => {
    at.telegram.linkChanged({ kind: 'live' })
    await at.reply(replyId)
    await settled()
    at.answer({ kind: 'wait', until: at.open.clock.now() + minute })
    await settled()
    at.open.clock.advance(minute)
    await settled()
    expect(at.sent).toEqual(['7', '7'])
  })
})

test('a long sleep is made up for in slices, and told as one', async () => {
  const facts = Array.from({ length: 1_200 }, (_, nth) => {
    return { kind: 'message', message: at.open.message({ topicId: 1_000 + nth }) } as const
  })
  await at.telegram.receive({ accountId: anna.id, facts, people: [], marks: {} })
  at.shown.length = 0
  const { writes } = at.open.journal
  const before = at.open.journal.events.length
  at.open.clock.jumpTo(nine + 40 * hour)
  await settled()
  expect(at.open.journal.writes - writes).toBeGreaterThanOrEqual(3)
  const noticed = at.open.journal.events.slice(before).flatMap(({ event }) => {
    return event.kind === 'clock-noticed' ? [event.ticketId] : []
  })
  expect(new Set(noticed).size).toBe(1_201)
  expect(at.shown.map(({ key }) => key)).toEqual(['digest'])
})

describe('the desk watches itself', () => {
  const hear = () => {
    const facts = [{ kind: 'message', message: at.open.message() } as const]
    return at.telegram.receive({ facts, people: [], accountId: anna.id, marks: {} })
  }

  test('an account is examined once it is level, every ten minutes, and when asked', async () => {
    expect(at.examined).toBe(0)
    at.telegram.linkChanged({ kind: 'live' })
    at.telegram.linkChanged({ kind: 'catching-up', behind: 2 })
    at.telegram.linkChanged({ kind: 'live' })
    await settled()
    expect(at.examined).toBe(1)
    at.open.clock.advance(10 * minute)
    await settled()
    expect(at.examined).toBe(2)
    const { findings } = await at.desk.handlers.doctor.examine({ accountId: null })
    expect(at.examined).toBe(3)
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([])
    vi.advanceTimersByTime(second)
    expect(at.ofKind('doctor-changed').at(-1)).toEqual({ findings, isExamining: false })
  })

  test('what came is told as evidence once a second at most, and only when it differs', async () => {
    for (let at = 0; at < 5; at++) await hear()
    at.frame()
    expect(at.ofKind('evidence-changed').map(({ accounts: [one] }) => one?.today.received)).toEqual([6])
    await hear()
    vi.advanceTimersByTime(500)
    expect(at.ofKind('evidence-changed')).toHaveLength(1)
    vi.advanceTimersByTime(600)
    expect(at.ofKind('evidence-changed').at(-1)?.accounts[0]?.today.received).toBe(7)
    expect(await at.desk.handlers.evidence.get(undefined)).toEqual(at.ofKind('evidence-changed').at(-1))
    await at.desk.handlers.settings.change({ theme: 'dark' })
    vi.advanceTimersByTime(minute)
    expect(at.ofKind('evidence-changed')).toHaveLength(2)
  })

  test('what came during an absence is told when the account is level again', async () => {
    at.telegram.linkChanged({ kind: 'live' })
    at.telegram.heard(nine)
    at.open.clock.advance(hour)
    at.telegram.linkChanged({ kind: 'offline', since: at.open.clock.now() })
    await hear()
    at.telegram.linkChanged({ kind: 'live' })
    expect(at.ofKind('woke')).toEqual([
      expect.objectContaining({ accountId: anna.id, name: 'Anna', awayFrom: nine, backAt: nine + hour }),
    ])
    expect(at.ofKind('woke')[0]?.tally.received).toBe(1)
  })

  test('when Telegram was last heard is known to the next start', async () => {
    at.telegram.heard(nine + 5)
    await at.desk.stop()
    expect(at.open.journal.state.marks.get(`heard:${anna.id}`)).toBe(String(nine + 5))
  })
})
