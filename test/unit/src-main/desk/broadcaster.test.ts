import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Broadcaster } from '../../../../src-main/desk/broadcaster'
import { Projections } from '../../../../src-main/desk/projections'
import { StatusBoard } from '../../../../src-main/desk/status-board'
import { Views } from '../../../../src-main/desk/views'
import type { Events } from '../../../../src-preload/contract/events'
import type { Link } from '../../../../src-preload/contract/status'
import { anna, byAnna, chatId, iso, mira, nine, ticketId, topicId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'

type Told = { [E in keyof Events]: { readonly event: E; readonly payload: Events[E] } }[keyof Events]

const other = `${chatId}:8`
let open: OpenDesk
let views: Views
let broadcaster: Broadcaster
let board: StatusBoard
let told: Told[]
let duties: unknown[]
let link: Link

beforeEach(async () => {
  vi.useFakeTimers()
  open = await OpenDesk.open()
  await open.topic(8)
  told = []
  duties = []
  link = { kind: 'connecting', attempt: 0, nextTryAt: null }
  board = new StatusBoard(
    () => ({ toSend: open.desk.state.outbox.size, notSent: 0, withoutNextStep: 0 }),
    () => [{ name: anna.name, link, lastHeardAt: nine }],
    () => broadcaster.statusMayDiffer(),
  )
  const projections = new Projections(open.desk.state)
  views = new Views(
    open.desk,
    open.journal,
    projections,
    { linkOf: () => link, pausedUntil: () => null },
    open.clock,
  )
  broadcaster = new Broadcaster(
    open.desk,
    views,
    board,
    { showDuty: (duty) => void duties.push(duty) },
    (event, payload) => void told.push({ event, payload } as Told),
    open.log,
  )
  open.desk.onCommit((commit) => projections.follow(commit))
  open.desk.onCommit((commit) => broadcaster.committed(commit))
})
afterEach(() => void vi.useRealTimers())

/** Lets a round of each kind pass. */
function frame(): void {
  vi.advanceTimersByTime(100)
}

function payloads<E extends keyof Events>(event: E): readonly Events[E][] {
  return told.flatMap((one) => (one.event === event ? [one.payload as Events[E]] : []))
}

describe('a round', () => {
  test('tells however much happened within a frame at once, at the newest revision', async () => {
    views.ticket(ticketId)
    await open.note('n1')
    await open.note('n2')
    await open.desk.ask({ kind: 'claim-ticket', ticketId: other }, byAnna)
    expect(told).toEqual([])
    frame()
    const revision = open.desk.state.seq
    expect(told.map(({ event }) => event)).toEqual([
      ...['timeline-changed', 'ticket-changed', 'queue-changed', 'status-changed'],
    ])
    expect(payloads('queue-changed')).toEqual([
      expect.objectContaining({ revision, ticketIds: [ticketId, other].sort() }),
    ])
    expect(payloads('timeline-changed')[0]?.items.map(({ id }) => id)).toEqual(['n:n1', 'n:n2'])
    expect(payloads('ticket-changed')).toEqual([{ revision, ticket: views.ticket(ticketId) }])
  })

  test('tells of the tickets of a customer whose tier was changed', async () => {
    const { customer } = views.ticket(ticketId)
    await open.desk.ask({ kind: 'change-contact', contact: { personId: customer.id, tier: 'VIP' } }, byAnna)
    frame()
    expect(payloads('ticket-changed').map(({ ticket }) => ticket.customer.tier)).toEqual(['VIP'])
    expect(payloads('queue-changed')).toHaveLength(1)
  })

  test('of the queue is held ten times a second, while what is looked at is told with every frame', async () => {
    views.ticket(ticketId)
    for (let nth = 0; nth < 60; nth++) {
      await open.note(`n${nth}`)
      vi.advanceTimersByTime(16)
    }
    frame()
    expect(payloads('timeline-changed').flatMap(({ items }) => items)).toHaveLength(60)
    expect(payloads('timeline-changed').length).toBeGreaterThan(50)
    expect(payloads('queue-changed').length).toBeLessThanOrEqual(11)
    expect(payloads('queue-changed').at(-1)).toMatchObject({
      revision: open.desk.state.seq,
      ticketIds: [ticketId],
    })
  })

  test('that has nothing to tell is not held', async () => {
    await open.note('n1')
    frame()
    told = []
    frame()
    frame()
    expect(told).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('after another tells only what is new', async () => {
    views.ticket(ticketId)
    await open.note('n1')
    frame()
    told = []
    await open.note('n2')
    frame()
    expect(payloads('timeline-changed')[0]?.items.map(({ id }) => id)).toEqual(['n:n2'])
  })
})

describe('what the window looked at', () => {
  test('is told whole; of other tickets only the row', async () => {
    views.ticket(other)
    await open.note('n1')
    frame()
    expect(payloads('ticket-changed')).toEqual([])
    expect(payloads('timeline-changed')).toEqual([])
    expect(payloads('queue-changed')).toHaveLength(1)
  })

  test('is forgotten for the seventeenth ticket looked at after it', async () => {
    views.ticket(ticketId)
    for (let topic = 20; topic < 35; topic++) {
      await open.topic(topic)
      views.ticket(`${chatId}:${topic}`)
    }
    frame()
    told = []
    await open.note('n1')
    frame()
    expect(payloads('ticket-changed')).toHaveLength(1)
    await open.topic(35)
    views.ticket(`${chatId}:35`)
    frame()
    told = []
    await open.note('n2')
    frame()
    expect(payloads('ticket-changed')).toEqual([])
  })

  test('is told when its topic changed, though its row did not', async () => {
    views.ticket(ticketId)
    const at = iso(nine)
    await open.deliver([{ kind: 'topic-deleted', chatId, topicId, at }])
    frame()
    expect(payloads('ticket-changed')[0]?.ticket.topic.state).toBe('deleted')
    expect(payloads('queue-changed')).toEqual([])
  })

  test('is told a reply anew when what it waits for changed', async () => {
    views.timeline(ticketId, 50, undefined)
    await open.reply('1')
    frame()
    told = []
    link = { kind: 'offline', since: nine }
    board.linksChanged()
    broadcaster.waitingMayDiffer()
    frame()
    const [change] = payloads('timeline-changed')
    expect(change?.items).toEqual([
      expect.objectContaining({ id: 'o:1', delivery: { kind: 'queued', waits: 'offline', until: null } }),
    ])
  })

  test('is told what was taken back', async () => {
    views.timeline(ticketId, 50, undefined)
    await open.reply('1')
    frame()
    told = []
    await open.desk.ask({ kind: 'discard-reply', ticketId, outboxId: '1' }, byAnna)
    frame()
    expect(payloads('timeline-changed')[0]?.gone).toEqual(['o:1'])
  })
})

describe('what concerns every row', () => {
  test.each([
    ['a promise', () => open.desk.ask({ kind: 'change-settings', patch: { warnPercent: 50 } }, byAnna)],
    ["a person's name", () => open.deliver([], [{ ...mira, name: 'Mira Lund' }])],
    ['the team', () => open.deliver([{ kind: 'team', groupId: chatId, agents: [] }])],
  ] as const)(
    'such as %s makes the window read the queue again, and tells all it looks at',
    async (_, change) => {
      views.ticket(ticketId)
      views.ticket(other)
      await change()
      frame()
      expect(payloads('queue-changed')).toHaveLength(1)
      expect(payloads('ticket-changed').map(({ ticket }) => ticket.id)).toEqual([ticketId, other])
    },
  )

  test('does not include someone who was never met before', async () => {
    await open.deliver([], [{ id: '99', name: 'New', username: null, isBot: false }])
    frame()
    expect(payloads('queue-changed')).toEqual([])
  })

  test('such as a deadline that passed is told in the same round, and once', () => {
    broadcaster.queueMayDiffer()
    broadcaster.queueMayDiffer()
    expect(told).toEqual([])
    frame()
    expect(payloads('queue-changed')).toEqual([expect.objectContaining({ ticketIds: [] })])
    expect(duties).toEqual([{ ourTurn: 2, next: expect.objectContaining({ ticketId }) }])
  })
})

test('changed settings are told at once and whole', async () => {
  await open.desk.ask({ kind: 'change-settings', patch: { theme: 'dark' } }, byAnna)
  expect(payloads('settings-changed')).toEqual([open.desk.state.settings])
})

test('the status is told when the link, the disk or the platform changed', () => {
  link = { kind: 'live' }
  board.linksChanged()
  frame()
  expect(payloads('status-changed')).toEqual([board.read()])
  expect(payloads('queue-changed')).toEqual([])
})

test('a conversation that cannot be read keeps nothing else from being told', async () => {
  views.ticket(ticketId)
  await open.note('n1')
  open.journal.read = () => {
    throw new Error('the disk is gone')
  }
  await open.desk.ask({ kind: 'claim-ticket', ticketId }, byAnna)
  await open.deliver([{ kind: 'messages-deleted', chatId, numbers: [101], at: iso(nine) }])
  frame()
  expect(payloads('ticket-changed')).toHaveLength(1)
  expect(payloads('queue-changed')).toHaveLength(1)
  expect(open.log.errors).toEqual(['a conversation could not be told to the window'])
})

test('once stopped, nothing is told any more', async () => {
  await open.note('n1')
  broadcaster.stop()
  await open.note('n2')
  frame()
  expect(told).toEqual([])
})
