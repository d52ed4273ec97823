import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Announcement, Effect } from '../../../../../src-main/core/desk/effects'
import type { HistoryPage } from '../../../../../src-main/core/ports'
import type { Announcer } from '../../../../../src-main/desk/announcer'
import { Duties } from '../../../../../src-main/desk/duties'
import { Evidence } from '../../../../../src-main/desk/evidence/evidence'
import { nightAfter } from '../../../../../src-main/desk/evidence/nightly'
import { TimeKeeper } from '../../../../../src-main/desk/time-keeper'
import type { Events } from '../../../../../src-preload/contract/events'
import type { Notice } from '../../../../../src-preload/contract/status'
import { anna, chatId, day, helper, hour, iso, minute, nine, ravi, theDesk } from '../../core/desk-on-paper'
import { OpenDesk } from '../open-desk'
import { SteeredAccounts } from '../steered-accounts'
import { settled, strict } from '../strict'

let open: OpenDesk
let steered: SteeredAccounts
let evidence: Evidence
let told: [keyof Events, unknown][]
let effects: Effect[]
let compared: [string | null, number, number][]
let pages: HistoryPage[]
/** What happens while the first page is read. */
let during: () => unknown

const ofKind = <E extends keyof Events>(event: E) =>
  told.flatMap(([name, payload]) => (name === event ? [payload as Events[E]] : []))
const shown = () =>
  effects.flatMap((effect): Announcement[] => (effect.kind === 'announce' ? [effect.announcement] : []))

/** A desk with an account of Anna's and a bot, at work. */
async function start(): Promise<void> {
  steered = await new SteeredAccounts(open.desk, (accountId) => ({
    history: async function* (from, to) {
      compared.push([accountId, from, to])
      during()
      yield* pages
    },
  })).start()
  const time = new TimeKeeper(open.desk.state, open.clock, (due) => void duties.run(due.duties))
  const duties = new Duties(time, open.log)
  evidence = new Evidence({
    ...{ desk: open.desk, journal: open.journal, accounts: steered.accounts, duties },
    announcer: strict<Announcer>('announcer', { run: (some) => void effects.push(...some) }),
    ...{ clock: open.clock, log: open.log, tell: (event, payload) => void told.push([event, payload]) },
  })
  open.desk.onCommit((commit) => evidence.committed(commit))
  evidence.started()
}

async function link(accountId: string, kind: 'live' | 'offline'): Promise<void> {
  const now = kind === 'live' ? { kind } : ({ kind, since: open.clock.now() } as const)
  steered.line(accountId).listener.linkChanged(now)
  evidence.linkChanged(accountId, now)
  await settled()
}

function heard(accountId: string): void {
  const door = steered.accounts.of(accountId)
  door.lastHeardAt = open.clock.now()
  evidence.heard(accountId)
}

async function pass(spanMs: number): Promise<void> {
  for (let passed = 0; passed < spanMs; passed += 15 * minute) {
    open.clock.advance(Math.min(15 * minute, spanMs - passed))
    await settled()
  }
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  open = await OpenDesk.open()
  const bot = { id: helper.id, name: 'Helper', username: 'helper_bot', kind: 'bot' as const }
  await open.desk.ask({ kind: 'sign-in', account: bot }, theDesk)
  told = []
  effects = []
  compared = []
  pages = []
  during = () => undefined
  await start()
})
afterEach(() => void vi.useRealTimers())

describe('a bot that is away', () => {
  test('is told of three hours before Telegram begins to forget, once, and taken back when it is there', async () => {
    await link(helper.id, 'live')
    heard(helper.id)
    await link(helper.id, 'offline')
    await pass(21 * hour - minute)
    expect(shown()).toEqual([])
    await pass(minute)
    expect(shown()).toMatchObject([
      {
        ...{ key: `health:forget:${helper.id}`, kind: 'health', urgent: true },
        title: 'Helper is offline: messages may be lost in 3 h',
      },
    ])
    await pass(4 * hour)
    expect(shown()).toHaveLength(1)
    await link(helper.id, 'live')
    expect(effects.at(-1)).toEqual({ kind: 'withdraw', keys: [`health:forget:${helper.id}`] })
  })

  test('is told of anew at the next absence', async () => {
    for (let round = 0; round < 2; round++) {
      heard(helper.id)
      await link(helper.id, 'live')
      await link(helper.id, 'offline')
      await pass(22 * hour)
    }
    expect(shown()).toHaveLength(2)
  })

  test('over a restart too: when it was last heard is kept', async () => {
    heard(helper.id)
    await link(helper.id, 'offline')
    await pass(hour)
    await evidence.stop()
    await start()
    expect(evidence.view().accounts.find(({ account }) => account.id === helper.id)).toMatchObject({
      ...{ lastHeardAt: nine, forgetsAt: nine + day },
    })
    await pass(20 * hour)
    expect(shown()).toHaveLength(1)
  })

  test('of a person’s account nothing is forgotten', async () => {
    heard(anna.id)
    await link(anna.id, 'offline')
    await pass(30 * hour)
    expect(shown()).toEqual([])
  })
})

describe('every night', () => {
  const lost = () => ({ kind: 'message', message: open.message({ sentAt: iso(nine + hour) }) }) as const

  test('at half past three the last two days of the personal accounts are compared', async () => {
    await link(anna.id, 'live')
    await link(helper.id, 'live')
    const night = nightAfter(nine)
    await pass(night - nine - minute)
    expect(compared).toEqual([])
    await pass(minute)
    expect(compared).toEqual([[anna.id, night - 2 * day, night - minute]])
    expect(ofKind('notice')).toEqual([])
    await pass(day)
    expect(compared).toHaveLength(2)
  })

  test('a comparison that is stopped ends the work of the night: no other account is begun', async () => {
    const ravis = { id: ravi.id, name: ravi.name, username: null, kind: 'user' as const }
    await open.desk.ask({ kind: 'sign-in', account: ravis }, theDesk)
    await start()
    await link(anna.id, 'live')
    await link(ravi.id, 'live')
    during = () => evidence.stopReconciling()
    pages = [{ chatId, messages: [], gone: [], people: [] }]
    await pass(nightAfter(nine) - nine)
    expect(compared).toHaveLength(1)
    during = () => undefined
    await pass(15 * minute)
    expect(compared).toHaveLength(3)
  })

  test('what differs is told', async () => {
    await link(anna.id, 'live')
    pages = [{ chatId, messages: [lost()], gone: [], people: [] }]
    await pass(nightAfter(nine) - nine)
    expect(ofKind('notice')).toEqual([
      {
        ...{ key: `reconciled:${anna.id}`, tone: 'warn', ticketId: null },
        title: '1 difference between Telegram and the tickets of Anna',
        body: 'All were mended. The evidence page names each.',
      } satisfies Notice,
    ])
  })

  test('that the account was away it is done when it is back, a quarter of an hour later at most', async () => {
    await pass(nightAfter(nine) - nine + hour)
    expect(compared).toEqual([])
    expect(open.log.errors).toEqual([])
    expect(open.clock.nextWake).toBeGreaterThan(open.clock.now())
    await link(anna.id, 'live')
    await pass(15 * minute)
    expect(compared).toHaveLength(1)
  })

  test('in which the computer was off it is done after the next start, not again the same day', async () => {
    await link(anna.id, 'live')
    await pass(nightAfter(nine) - nine)
    await evidence.stop()
    await start()
    await link(anna.id, 'live')
    await pass(hour)
    expect(compared).toHaveLength(1)
    await evidence.stop()
    open.clock.jumpTo(open.clock.now() + 3 * day)
    compared = []
    await start()
    await link(anna.id, 'live')
    await pass(15 * minute)
    expect(compared).toHaveLength(1)
  })
})

test('half past three is by this computer’s own time, and always ahead', () => {
  for (let at = nine; at < nine + 400 * day; at += 7 * hour) {
    const night = nightAfter(at)
    expect(night).toBeGreaterThan(at)
    expect(night - at).toBeLessThanOrEqual(day + hour)
    expect([new Date(night).getHours(), new Date(night).getMinutes()]).toEqual([3, 30])
  }
})

test('a comparison by hand is begun at once, and how it goes is in the evidence', async () => {
  await link(anna.id, 'live')
  expect(evidence.reconcile(anna.id, 7).reconciliation).toMatchObject({
    state: 'running',
    from: nine - 7 * day,
  })
  await settled()
  expect(evidence.view().reconciliation).toMatchObject({ state: 'done', found: 0 })
  expect(() => evidence.reconcile(helper.id, 7)).toThrow('Telegram lets no bot read history')
})

test('an absence is told with the account’s name, and is in the evidence', async () => {
  heard(anna.id)
  await link(anna.id, 'live')
  await link(anna.id, 'offline')
  await pass(hour)
  await open.deliver([{ kind: 'message', message: open.message() }])
  await link(anna.id, 'live')
  expect(ofKind('woke')).toMatchObject([{ name: 'Anna', awayFrom: nine, tally: { received: 1 } }])
  expect(evidence.view().wakes).toHaveLength(1)
})

test('absences are known after a restart too, those of two accounts at once and the newest fifty', async () => {
  for (let round = 0; round < 30; round++) {
    for (const id of [anna.id, helper.id]) {
      heard(id)
      await link(id, 'offline')
    }
    await pass(hour)
    for (const id of [anna.id, helper.id]) evidence.linkChanged(id, { kind: 'live' })
    await settled()
  }
  await evidence.stop()
  const before = evidence.view().wakes
  expect(before).toHaveLength(50)
  await start()
  const after = evidence.view().wakes
  expect(after).toHaveLength(50)
  expect(new Set(after.map((one) => JSON.stringify(one)))).toEqual(
    new Set(before.map((one) => JSON.stringify(one))),
  )
  expect(after[0]?.backAt).toBe(open.clock.now())
})

test('a full disk keeps the desk from knowing when it last heard, and from nothing else', async () => {
  heard(anna.id)
  open.journal.fill()
  await link(anna.id, 'offline')
  expect(open.log.errors).toEqual(['when Telegram was last heard could not be kept'])
  await link(anna.id, 'live')
  expect(evidence.view().accounts[0]?.link.kind).toBe('live')
})
