import { type ClockName, type ClockView, clockNames } from '../../../src-preload/contract/clock'
import type { Settings } from '../../../src-preload/contract/settings'
import type { TicketPriority } from '../../../src-preload/contract/ticket'
import { promisedMs } from './fold-clocks'
import type { Clocks, ServiceClock } from './service-clock'

/** What of a ticket its deadlines depend on. */
export interface Promised {
  readonly clocks: Clocks
  readonly priority: TicketPriority
}

/** When a running clock is due (epoch ms); null while it does not run. Pauses move it. */
export function dueAt(clock: ServiceClock, targetMs: number): number | null {
  return clock.since === null ? null : clock.since + targetMs - clock.ranMs
}

/** When the last `warnPercent` of a promise begin, for a deadline at `due` (epoch ms). */
export function warnAt(due: number, targetMs: number, warnPercent: number): number {
  return due - Math.round((targetMs * warnPercent) / 100)
}

/** A running clock with a promise, and its moments (epoch ms). */
export interface Deadline {
  readonly clock: ClockName
  readonly warnAt: number
  readonly dueAt: number
}

/** The deadlines of a ticket's running clocks, in no order. */
export function deadlines(ticket: Promised, settings: Settings): readonly Deadline[] {
  const found: Deadline[] = []
  for (const name of clockNames) {
    const clock = ticket.clocks[name]
    const targetMs = clock && promisedMs(settings, ticket.priority, name)
    if (!clock || targetMs === null || targetMs === undefined) continue
    const due = dueAt(clock, targetMs)
    if (due !== null)
      found.push({ clock: name, dueAt: due, warnAt: warnAt(due, targetMs, settings.warnPercent) })
  }
  return found
}

/** The earliest running deadline (epoch ms), null if no clock with a promise runs. */
export function earliestDue(ticket: Promised, settings: Settings): number | null {
  let earliest: number | null = null
  for (const name of clockNames) {
    const clock = ticket.clocks[name]
    if (!clock || clock.since === null) continue
    const targetMs = promisedMs(settings, ticket.priority, name)
    if (targetMs === null) continue
    const due = clock.since + targetMs - clock.ranMs
    if (earliest === null || due < earliest) earliest = due
  }
  return earliest
}

/** One clock of a ticket as the window shows it. */
export function clockView(ticket: Promised, name: ClockName, settings: Settings): ClockView {
  const clock = ticket.clocks[name]
  if (!clock) return { kind: 'none', clock: name }
  const { startedAt, ranMs, endedAt } = clock
  const targetMs = endedAt === null ? promisedMs(settings, ticket.priority, name) : clock.targetMs
  if (targetMs === null) return { kind: 'none', clock: name }
  if (endedAt !== null) {
    const kind = clock.isUnanswered ? 'ended' : 'met'
    return { kind, clock: name, startedAt, targetMs, tookMs: ranMs }
  }
  const due = dueAt(clock, targetMs)
  if (due === null) return { kind: 'paused', clock: name, startedAt, targetMs, ranMs }
  return {
    kind: 'running',
    clock: name,
    startedAt,
    targetMs,
    dueAt: due,
    warnAt: warnAt(due, targetMs, settings.warnPercent),
  }
}

/** All three clocks of a ticket, in the contract's order. */
export function clockViews(ticket: Promised, settings: Settings): readonly ClockView[] {
  return clockNames.map((name) => clockView(ticket, name, settings))
}

const telling = { running: 0, paused: 1, met: 2, ended: 3, none: 4 } as const

/** The clock for a row: the running one that is due first, else a paused one, else how the promise was kept. */
export function mostUrgent(views: readonly ClockView[]): ClockView {
  const [first] = [...views].sort((one, other) => {
    if (one.kind === 'running' && other.kind === 'running') return one.dueAt - other.dueAt
    if (one.kind === 'met' && other.kind === 'met') return late(other) - late(one)
    return telling[one.kind] - telling[other.kind]
  })
  return first ?? { kind: 'none', clock: 'first-reply' }
}

function late({ tookMs, targetMs }: { readonly tookMs: number; readonly targetMs: number }): number {
  return tookMs > targetMs ? 1 : 0
}
