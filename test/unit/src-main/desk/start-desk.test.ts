import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Announcement } from '../../../../src-main/core/desk/effects'
import type {
  AccountHealth,
  Desktop,
  Notifications,
  Secrets,
  SendResult,
  Telegram,
  TelegramListener,
  TelegramMemory,
} from '../../../../src-main/core/ports'
import { ApiCredentials } from '../../../../src-main/desk/api-credentials'
import { type RunningDesk, startDesk } from '../../../../src-main/start-desk'
import type { Events } from '../../../../src-preload/contract/events'
import { anna, chatId, hour, minute, mira, nine, second, ticketId, topicId } from '../core/desk-on-paper'
import { MemoryRoom } from './memory-room'
import { OpenDesk } from './open-desk'
import { settled, strict } from './strict'

/** An account and a group that lack nothing. */
const healthy: AccountHealth = {
  ...{ privacyMode: null, clockSkewMs: 0, otherDesks: 0, floodUntil: null, isRestricted: false },
  groups: [
    {
      ...{ id: chatId, isMember: true, type: 'supergroup', hasTopics: true, isAdmin: true, mayPost: true },
      ...{ mayManageTopics: true, slowModeSeconds: null },
    },
  ],
}

type Heard = Parameters<Notifications['listen']>[0]

let open: OpenDesk
let room: MemoryRoom
let told: [string, unknown][]
let shown: Announcement[]
let sent: string[]
let answer: (result: SendResult) => void
let telegram: TelegramListener
let memory: TelegramMemory
let platform: Heard
let stops: string[]
let desk: RunningDesk
let secretsFail: boolean
let opened: (string | null)[]
let examined: number
let startFails: boolean
let starts: number

const ofKind = <E extends keyof Events>(event: E) =>
  told.flatMap(([name, payload]) => (name === event ? [payload as Events[E]] : []))

/** Starts and looks at the queue, as a window does. */
async function start(): Promise<void> {
  await putTogether()
  await desk.handlers.queue.page({ view: 'all', from: 0, count: 1 })
  vi.advanceTimersByTime(400)
  await settled()
}

async function putTogether(): Promise<void> {
  const secrets = strict<Secrets>('secrets', {
    keyring: 'safe',
    read: async () => {
      if (secretsFail) throw new Error('the keyring is locked')
      return null
    },
    names: async () => [],
  })
  desk = await startDesk({
    ...{ journal: open.journal, clock: open.clock, log: open.log, secrets },
    api: new ApiCredentials(secrets, {}),
    openTelegram: (accountId) =>
      strict<Telegram>('telegram', {
        signIn: strict<Telegram['signIn']>('signIn', {}),
        examine: async () => {
          examined++
          return healthy
        },
        start: async (listener, given) => {
          opened.push(accountId)
          starts++
          if (startFails) throw new Error('no library')
          telegram = listener
          memory = given
        },
        send: (entry) => {
          sent.push(entry.id)
          return new Promise((resolve) => {
            answer = resolve
          })
        },
        wake: () => void stops.push('telegram woken'),
        stop: async () => {
          stops.push('telegram')
          answer({ kind: 'unanswered' })
          telegram.linkChanged({ kind: 'offline', since: nine })
        },
      }),
    notifications: strict<Notifications>('notifications', {
      state: { kind: 'working' },
      listen: (listener) => {
        platform = listener
      },
      show: (announcement) => void shown.push(announcement),
      withdraw: () => undefined,
    }),
    outgoing: room,
    received: new MemoryRoom(),
    freeBytes: async () => 10 * 1024 ** 3,
    desktop: strict<Desktop>('desktop', { showDuty: () => undefined }),
    tell: (event, payload) => void told.push([event, payload]),
    comeForward: () => void told.push(['forward', null]),
    changedSettings: (settings) => void told.push(['settings', settings]),
  })
}

beforeEach(async () => {
  vi.useFakeTimers()
  open = await OpenDesk.open()
  room = new MemoryRoom()
  told = []
  shown = []
  sent = []
  stops = []
  opened = []
  examined = 0
  answer = () => undefined
  secretsFail = false
  startFails = false
  starts = 0
  await start()
})
afterEach(() => void vi.useRealTimers())

function frame(): void {
  vi.advanceTimersByTime(100)
}

const ask = {
  reply: (replyId: string, attachments: string[] = []) =>
    desk.handlers.conversation.reply({
      ...{ ticketId, replyId, text: 'We look into it.', entities: [], replyTo: null, attachments },
      ...{ after: 'nothing', seenPosition: 1_000, force: true },
    }),
}
const replyId = '00000000-0000-0007-8000-000000000000'

test('Telegram is given what the journal remembers', async () => {
  expect(opened).toEqual([anna.id])
  expect(memory.watch.groups.map(({ id }) => id)).toEqual([chatId])
  expect(memory.outgoing).toBe(room)
})

test('what a customer writes is told to the window and announced, once it is durable', async () => {
  open.journal.hold()
  const facts = [{ kind: 'message', message: open.message({ topicId: 9 }) } as const]
  const received = telegram.receive({ facts, people: [mira], accountId: anna.id, marks: { pts: '5' } })
  await settled()
  frame()
  expect(shown).toEqual([])
  expect(ofKind('queue-changed').flatMap(({ ticketIds }) => ticketIds)).toEqual([])
  await open.journal.write()
  await received
  frame()
  expect(shown.map(({ kind }) => kind)).toEqual(['new-ticket'])
  expect(ofKind('queue-changed').flatMap(({ ticketIds }) => ticketIds)).toEqual([`${chatId}:9`])
})

test('a reply goes out, and its file goes from the profile once it was sent', async () => {
  telegram.linkChanged({ kind: 'live' })
  const file = await desk.handlers.files.stage({ name: 'a.txt', mime: 'text/plain', base64: 'AQID' })
  await ask.reply(replyId, [file.id])
  await settled()
  expect(sent).toEqual(['7'])
  expect(room.files.size).toBe(1)
  answer({ kind: 'sent', number: 300, sentAt: '2025-03-03T09:00:01.000Z', media: [] })
  await settled()
  expect(room.files.size).toBe(0)
})

test('files of earlier runs go at the start', async () => {
  await room.keep('left.txt', Uint8Array.of(1))
  await start()
  expect(room.files.size).toBe(0)
})

describe('time', () => {
  test('that passes breaks promises at their moment, and says so once', async () => {
    for (let halves = 0; halves < 6; halves++) {
      open.clock.advance(hour / 2)
      await settled()
    }
    const breaches = shown.filter(({ kind }) => kind === 'breached')
    expect(breaches.map(({ ticketId: id }) => id)).toEqual([ticketId])
    desk.wake()
    await settled()
    expect(shown.filter(({ kind }) => kind === 'breached')).toHaveLength(1)
    expect(stops).toEqual(['telegram woken'])
  })

  test('that cannot be kept is passed again, five seconds apart', async () => {
    open.journal.fill()
    const atRisk = nine + 96 * minute
    open.clock.jumpTo(atRisk)
    for (let tried = 1; tried <= 3; tried++) {
      await settled()
      expect(open.log.errors).toEqual(Array(tried).fill('time passed, but that could not be kept'))
      expect(open.clock.nextWake).toBe(open.clock.now() + 5 * second)
      if (tried < 3) open.clock.advance(5 * second)
    }
    open.journal.makeRoom()
    open.clock.advance(5 * second)
    await settled()
    expect(open.events('clock-noticed')).toHaveLength(1)
    frame()
    expect(ofKind('status-changed').at(-1)?.storage).toEqual({ kind: 'ok' })
  })

  test('that ends a hold sends the reply', async () => {
    telegram.linkChanged({ kind: 'live' })
    await desk.handlers.settings.change({ sendHoldMs: 5_000 })
    await ask.reply(replyId)
    expect(sent).toEqual([])
    open.clock.advance(5_000)
    await settled()
    expect(sent).toEqual(['7'])
  })

  test("that ends a chat's pause goes on sending", async () => {
    telegram.linkChanged({ kind: 'live' })
    await ask.reply(replyId)
    await settled()
    answer({ kind: 'wait', until: open.clock.now() + minute })
    await settled()
    open.clock.advance(minute)
    await settled()
    expect(sent).toEqual(['7', '7'])
  })
})

describe('the desk watches itself', () => {
  const hear = () => {
    const facts = [{ kind: 'message', message: open.message() } as const]
    return telegram.receive({ facts, people: [], accountId: anna.id, marks: {} })
  }

  test('an account is examined once it is level, every ten minutes, and when asked', async () => {
    expect(examined).toBe(0)
    telegram.linkChanged({ kind: 'live' })
    telegram.linkChanged({ kind: 'catching-up', behind: 2 })
    telegram.linkChanged({ kind: 'live' })
    await settled()
    expect(examined).toBe(1)
    open.clock.advance(10 * minute)
    await settled()
    expect(examined).toBe(2)
    const { findings } = await desk.handlers.doctor.examine({ accountId: null })
    expect(examined).toBe(3)
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([])
    vi.advanceTimersByTime(second)
    expect(ofKind('doctor-changed').at(-1)).toEqual({ findings, isExamining: false })
  })

  test('what came is told as evidence once a second at most, and only when it differs', async () => {
    for (let at = 0; at < 5; at++) await hear()
    frame()
    expect(ofKind('evidence-changed').map(({ accounts: [one] }) => one?.today.received)).toEqual([6])
    await hear()
    vi.advanceTimersByTime(500)
    expect(ofKind('evidence-changed')).toHaveLength(1)
    vi.advanceTimersByTime(600)
    expect(ofKind('evidence-changed').at(-1)?.accounts[0]?.today.received).toBe(7)
    expect(await desk.handlers.evidence.get(undefined)).toEqual(ofKind('evidence-changed').at(-1))
    await desk.handlers.settings.change({ theme: 'dark' })
    vi.advanceTimersByTime(minute)
    expect(ofKind('evidence-changed')).toHaveLength(2)
  })

  test('what came during an absence is told when the account is level again', async () => {
    telegram.linkChanged({ kind: 'live' })
    telegram.heard(nine)
    open.clock.advance(hour)
    telegram.linkChanged({ kind: 'offline', since: open.clock.now() })
    await hear()
    telegram.linkChanged({ kind: 'live' })
    expect(ofKind('woke')).toEqual([
      expect.objectContaining({ accountId: anna.id, name: 'Anna', awayFrom: nine, backAt: nine + hour }),
    ])
    expect(ofKind('woke')[0]?.tally.received).toBe(1)
  })

  test('when Telegram was last heard is known to the next start', async () => {
    telegram.heard(nine + 5)
    await desk.stop()
    expect(open.journal.state.marks.get(`heard:${anna.id}`)).toBe(String(nine + 5))
  })
})

describe('a full disk', () => {
  test('is told with its time, and so is that it has room again', async () => {
    open.journal.fill()
    await expect(ask.reply(replyId)).rejects.toMatchObject({ code: 'storage-full' })
    frame()
    expect(ofKind('status-changed').at(-1)?.storage).toEqual({ kind: 'full', since: nine })
    open.journal.makeRoom()
    await ask.reply(replyId)
    frame()
    expect(ofKind('status-changed').at(-1)).toMatchObject({ storage: { kind: 'ok' }, toSend: 1 })
  })
})

describe('a notification', () => {
  test('that is clicked brings the window with its ticket', () => {
    platform.opened(ticketId)
    platform.opened(null)
    expect(told.filter(([event]) => ['forward', 'open-ticket'].includes(event))).toEqual([
      ['forward', null],
      ['open-ticket', { ticketId }],
      ['forward', null],
    ])
  })

  test('that claims makes the ticket mine; a claim that is refused is no failure', async () => {
    platform.claimed(ticketId)
    await settled()
    expect((await desk.handlers.tickets.get({ ticketId })).assignee?.isMe).toBe(true)
    platform.claimed('nowhere')
    await settled()
    expect(open.log.warnings).toEqual(['a claim from a notification was refused'])
  })

  test('that the platform did not show is shown in the window', () => {
    const given = { key: 'k', title: 'Late', body: 'Mira waits.', ticketId, urgent: true, actions: [] }
    platform.failed({ ...given, kind: 'breached' }, 'no service')
    expect(ofKind('notice')).toEqual([
      { key: 'k', tone: 'bad', title: 'Late', body: 'Mira waits.', ticketId },
    ])
  })
})

test('a keyring that fails while the session is told is no unheard rejection', async () => {
  secretsFail = true
  telegram.signInChanged({ kind: 'signed-out', reason: 'never' })
  await settled()
  expect(open.log.errors).toEqual(['the session could not be told'])
})

test('do not disturb is kept as a setting', async () => {
  desk.setDoNotDisturb(true)
  await settled()
  expect((await desk.handlers.settings.get(undefined)).notifications.doNotDisturb).toBe(true)
})

describe('letting go', () => {
  test('ends Telegram, then the history; nothing is told, woken or sent any more', async () => {
    telegram.linkChanged({ kind: 'live' })
    await ask.reply(replyId)
    await settled()
    frame()
    told = []
    await desk.stop()
    await settled()
    expect(stops).toEqual(['telegram'])
    expect(open.journal.isClosed).toBe(true)
    expect(open.clock.nextWake).toBeNull()
    telegram.linkChanged({ kind: 'live' })
    open.clock.advance(hour)
    await settled()
    vi.advanceTimersByTime(minute)
    expect(told).toEqual([])
    expect(sent).toEqual(['7'])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('closes the history though Telegram does not end well', async () => {
    answer = () => {
      throw new Error('a bug')
    }
    await expect(desk.stop()).rejects.toThrow('a bug')
    expect(open.journal.isClosed).toBe(true)
  })
})

test('who types is told by name', () => {
  telegram.typing(chatId, topicId, mira.id)
  expect(ofKind('typing')).toEqual([{ ticketId, name: 'Mira' }])
})

describe('a start', () => {
  test('gives the window its page before Telegram begins, and begins then', async () => {
    starts = 0
    await putTogether()
    expect(starts).toBe(0)
    const view = await desk.handlers.session.get(undefined)
    expect(view.step.kind).toBe('api-needed')
    await desk.handlers.queue.page({ view: 'all', from: 0, count: 10 })
    await desk.handlers.queue.page({ view: 'mine', from: 0, count: 10 })
    expect(starts).toBe(0)
    vi.advanceTimersByTime(400)
    await settled()
    expect(starts).toBe(1)
    await settled()
    vi.advanceTimersByTime(hour)
    expect(starts).toBe(1)
  })

  test('waits for a window that never asks no longer than a moment', async () => {
    starts = 0
    await putTogether()
    vi.advanceTimersByTime(1_500)
    await settled()
    expect(starts).toBe(1)
  })

  test('lets what belongs to Telegram wait until it began', async () => {
    await putTogether()
    let answered = false
    const asked = Promise.resolve(desk.handlers.accounts.groups({ accountId: anna.id })).catch(() => {
      answered = true
    })
    await settled()
    expect(answered).toBe(false)
    vi.advanceTimersByTime(1_500)
    await asked
    expect(answered).toBe(true)
  })

  test('that ends before Telegram began begins nothing', async () => {
    starts = 0
    await putTogether()
    await desk.stop()
    vi.advanceTimersByTime(hour)
    expect(starts).toBe(0)
    expect(open.journal.isClosed).toBe(true)
  })

  test('whose Telegram fails shows its tickets all the same', async () => {
    startFails = true
    await putTogether()
    const page = await desk.handlers.queue.page({ view: 'all', from: 0, count: 10 })
    expect(page.total).toBe(1)
    vi.advanceTimersByTime(400)
    await settled()
    expect(open.log.errors).toEqual(['Telegram did not start'])
  })

  test('that fails with nobody signed in lets go of the journal', async () => {
    open = new OpenDesk()
    startFails = true
    await expect(putTogether()).rejects.toThrow('no library')
    expect(open.journal.isClosed).toBe(true)
  })
})

test('a long sleep is made up for in slices, and told as one', async () => {
  const facts = Array.from({ length: 1_200 }, (_, nth) => {
    return { kind: 'message', message: open.message({ topicId: 1_000 + nth }) } as const
  })
  await telegram.receive({ accountId: anna.id, facts, people: [], marks: {} })
  shown.length = 0
  const { writes } = open.journal
  const before = open.journal.events.length
  open.clock.jumpTo(nine + 40 * hour)
  await settled()
  expect(open.journal.writes - writes).toBeGreaterThanOrEqual(3)
  const noticed = open.journal.events.slice(before).flatMap(({ event }) => {
    return event.kind === 'clock-noticed' ? [event.ticketId] : []
  })
  expect(new Set(noticed).size).toBe(1_201)
  expect(shown.map(({ key }) => key)).toEqual(['digest'])
})
