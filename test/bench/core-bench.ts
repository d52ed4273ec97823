import { performance } from 'node:perf_hooks'
import { Agenda } from '../../src-main/core/desk/agenda'
import { Change } from '../../src-main/core/desk/change'
import { type DeskState, emptyDesk } from '../../src-main/core/desk/state'
import { QueueIndex } from '../../src-main/core/queue/queue-index'
import { Table } from '../../src-main/core/table'
import type { Ticket } from '../../src-main/core/ticket/ticket'
import { Random } from '../telegram/random'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

const count = 100_000
const deadlines = 1_000_000
const startAt = Date.UTC(2026, 0, 1)

/** Measures what the desk computes at full size: the queue in order, the agenda of deadlines. */
export function coreBench(): BenchRow[] {
  return [...queueBench(), ...agendaBench()]
}

function queueBench(): BenchRow[] {
  const random = new Random(1)
  const tickets = Table.of(
    Array.from({ length: count }, (_, nth) => [`t${nth}`, ticket(nth, random)] as const),
  )
  const build = performance.now()
  let state: DeskState = { ...emptyDesk, tickets }
  const queue = new QueueIndex(state)
  const builtMs = performance.now() - build
  const views = ['all', 'unassigned', 'mine', 'overdue', 'done'] as const
  const pages = times(2_000, (nth) => {
    queue.page(views[nth % views.length] ?? 'all', random.between(0, 200), 200, startAt + nth * 1000)
    queue.counts(startAt + nth * 1000)
  })
  const updates = times(2_000, (nth) => {
    const id = `t${(nth * 7919) % count}`
    const after = { ...state, tickets: state.tickets.set(id, ticket(nth + count, random, id)) }
    queue.follow(new Change(state, after))
    state = after
  })
  return [
    {
      name: 'queue: filter and sort at 100k tickets p95',
      value: percentile(pages, 0.95),
      unit: 'ms',
      goal: 5,
      n: 2_000,
    },
    {
      name: 'queue: take one change at 100k tickets p99',
      value: percentile(updates, 0.99),
      unit: 'ms',
      goal: null,
      n: 2_000,
    },
    { name: 'queue: build at 100k tickets', value: builtMs, unit: 'ms', goal: null, n: 1 },
  ]
}

function agendaBench(): BenchRow[] {
  const random = new Random(2)
  const agenda = new Agenda()
  for (let nth = 0; nth < deadlines; nth++) agenda.update(`t${nth}`, startAt + random.between(0, 2 ** 30))
  const moves = 200_000
  const start = performance.now()
  for (let nth = 0; nth < moves; nth++)
    agenda.update(`t${(nth * 7919) % deadlines}`, startAt + ((nth * 104_729) % 2 ** 30))
  const value = ((performance.now() - start) / moves) * 1000
  return [{ name: 'agenda: move one of 1M deadlines', value, unit: 'us', goal: 1, n: moves }]
}

function ticket(nth: number, random: Random, id = `t${nth}`): Ticket {
  const statuses = ['new', 'open', 'in_progress', 'pending_customer', 'on_hold', 'resolved'] as const
  const priorities = ['low', 'medium', 'high', 'critical'] as const
  const status = statuses[random.between(0, statuses.length - 1)] ?? 'new'
  const at = startAt + random.between(0, 5_000_000)
  const customer = { kind: 'customer', id: `${nth}` } as const
  return {
    ...{
      id,
      code: `AAA${nth}`,
      conversationId: `1:${nth}`,
      customerId: `${nth}`,
      title: `Ticket ${nth}`,
      status,
    },
    ...{
      statusSince: at,
      priority: priorities[random.between(0, 3)] ?? 'medium',
      assignee: nth % 3 === 0 ? '1' : null,
    },
    ...{
      ball: ballOf(status),
      ballSince: at,
    },
    ...{ holdUntil: null, holdReason: null, createdAt: at, createdBy: customer },
    ...{
      resolvedAt: status === 'resolved' ? at : null,
      closedAt: null,
      closedBy: null,
      fields: [],
      intake: null,
      isAcknowledged: false,
      followUpOf: null,
      messages: 3,
    },
    ...{ unread: 1, seenPosition: 0, customerPosition: 1, last: null, noticed: [], failedReplies: 0 },
    ...{ repliedAt: null, replyNumber: 0, lastNoteId: null },
    clocks: clocksOf(status, at),
  }
}

function clocksOf(status: Ticket['status'], at: number): Ticket['clocks'] {
  const clock = { startedAt: at, ranMs: 0, since: at, endedAt: null, targetMs: 3_600_000 }
  if (status === 'resolved') return {}
  return { 'first-reply': clock, resolution: clock }
}

function ballOf(status: Ticket['status']): Ticket['ball'] {
  if (status === 'pending_customer') return 'theirs'
  return status === 'resolved' ? 'nobody' : 'ours'
}

function times(n: number, run: (nth: number) => void): number[] {
  return Array.from({ length: n }, (_, nth) => {
    const start = performance.now()
    run(nth)
    return performance.now() - start
  })
}
