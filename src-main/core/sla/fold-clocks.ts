import type { ClockName } from '../../../src-preload/contract/clock'
import type { ServicePromise, Settings } from '../../../src-preload/contract/settings'
import type { TicketPriority, TicketStatus } from '../../../src-preload/contract/ticket'
import type { Clocks, ServiceClock } from './service-clock'

/** What of a ticket its clocks depend on. */
export interface ClockGround {
  readonly status: TicketStatus
  readonly holdReason: string | null
  readonly repliedAt: number | null
  readonly priority: TicketPriority
}

/** What happened, as far as clocks care. `replied` is a human, public reply: notes and bots never count. */
export type ClockMoment = 'customer-wrote' | 'replied' | 'status'

const promiseKeys = {
  'first-reply': 'firstReplyMs',
  'next-reply': 'nextReplyMs',
  resolution: 'resolutionMs',
} as const satisfies Record<ClockName, keyof ServicePromise>

/** What is promised for a clock at a priority, ms; null for nothing. */
export function promisedMs(settings: Settings, priority: TicketPriority, clock: ClockName): number | null {
  return settings.promises[priority][promiseKeys[clock]]
}

function started(at: number): ServiceClock {
  return { startedAt: at, ranMs: 0, since: at, endedAt: null, targetMs: null }
}

/** The clocks of a ticket opened at `at` (epoch ms): the customer's time counts from the first message (C6). */
export function startClocks(at: number): Clocks {
  return { 'first-reply': started(at), resolution: started(at) }
}

/**
 * The clocks after something happened to their ticket at `at` (epoch ms), with `ground` as it is afterwards.
 * Follows the clock columns of the canonical statuses (product.md 2.18).
 */
export function advanceClocks(
  clocks: Clocks,
  moment: ClockMoment,
  ground: ClockGround,
  at: number,
  settings: Settings,
): Clocks {
  const { status, holdReason, repliedAt, priority } = ground
  const over = status === 'resolved' || status === 'closed'
  const owed = (clock: ClockName) => promisedMs(settings, priority, clock)
  const after: { -readonly [C in keyof Clocks]: Clocks[C] } = { ...clocks }

  const first = clocks['first-reply']
  if (first) {
    if (repliedAt !== null) after['first-reply'] = ended(first, at, owed('first-reply'))
    else if (over) after['first-reply'] = unanswered(first, at, owed('first-reply'))
    else if (status === 'on_hold' && holdReason !== null) after['first-reply'] = paused(first, at)
    else after['first-reply'] = running(first, at)
  }

  const { resolution } = clocks
  if (resolution) {
    if (over) after.resolution = ended(resolution, at, owed('resolution'))
    else if (status === 'pending_customer' || status === 'on_hold') after.resolution = paused(resolution, at)
    else after.resolution = running(resolution, at)
  }

  const next = clocks['next-reply']
  const isOwed = next !== undefined && next.endedAt === null
  if (moment === 'customer-wrote') {
    if (repliedAt !== null && !isOwed) after['next-reply'] = started(at)
  } else if (isOwed) {
    if (moment === 'replied') after['next-reply'] = ended(next, at, owed('next-reply'))
    else if (over) after['next-reply'] = unanswered(next, at, owed('next-reply'))
    else if (status === 'pending_customer') delete after['next-reply']
  }
  return after
}

/** How long a clock has run at `at`, ms. Never less than before: a late telling cannot turn it back. */
export function ranAt(clock: ServiceClock, at: number): number {
  return clock.since === null ? clock.ranMs : clock.ranMs + Math.max(0, at - clock.since)
}

function running(clock: ServiceClock, at: number): ServiceClock {
  if (clock.since !== null) return clock
  const { startedAt, ranMs } = clock
  return { startedAt, ranMs, since: at, endedAt: null, targetMs: null }
}

function paused(clock: ServiceClock, at: number): ServiceClock {
  if (clock.since === null && clock.endedAt === null) return clock
  return { startedAt: clock.startedAt, ranMs: ranAt(clock, at), since: null, endedAt: null, targetMs: null }
}

function ended(clock: ServiceClock, at: number, targetMs: number | null): ServiceClock {
  if (clock.endedAt !== null) return clock
  return { ...clock, ranMs: ranAt(clock, at), since: null, endedAt: at, targetMs }
}

/** The ticket is done and nobody replied: the promise ends, and was not kept (product.md 2.18). */
function unanswered(clock: ServiceClock, at: number, targetMs: number | null): ServiceClock {
  return clock.endedAt === null ? { ...ended(clock, at, targetMs), isUnanswered: true } : clock
}
