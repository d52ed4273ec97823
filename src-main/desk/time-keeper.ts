import { Agenda } from '../core/desk/agenda'
import type { Change } from '../core/desk/change'
import type { DeskState } from '../core/desk/state'
import type { Clock } from '../core/ports'
import { doneLayout } from '../core/queue/done-facts'
import { autoCloseAt, nextWake } from '../core/sla/next-wake'
import { isDone } from '../core/ticket/transitions'

/** When to look again at a ticket whose time came and that nothing could be done about, ms. */
const againMs = 5_000

/** Whose time has come: tickets to look at; whether something waiting to be sent may go. */
export interface Due {
  readonly ticketIds: readonly string[]
  readonly outboxIds: readonly string[]
  readonly chatIds: readonly string[]
}

/** How long to wait for news from Telegram before broken promises are told, ms. */
const newsMs = 3_000

/**
 * Knows the next moment of everything that moves by itself and asks the clock for exactly one wake-up, the
 * earliest, whatever the number of deadlines.
 */
export class TimeKeeper {
  private readonly agenda = new Agenda()
  private armed: number | null = null
  private isStopped = false
  private quietUntil = 0

  constructor(
    state: DeskState,
    private readonly clock: Clock,
    private readonly onDue: (due: Due) => void,
  ) {
    this.rebuild(state, state.settings.autoCloseMs !== null)
    this.planOutbox(state, keysOf(state.outbox.entries()))
  }

  /** Takes a change of the desk; looks at every ticket only when promises or other spans changed. */
  follow(change: Change): void {
    const { before, after } = change
    if (before.settings !== after.settings)
      this.rebuild(after, before.settings.autoCloseMs !== after.settings.autoCloseMs)
    this.planTickets(after, change.ids('tickets'))
    this.planOutbox(after, change.ids('outbox'))
    this.arm()
  }

  /** Plans these tickets anew, from the state. */
  planTickets(state: DeskState, ticketIds: Iterable<string>): void {
    for (const id of ticketIds) this.agenda.update(`t${id}`, wakeOf(state, id))
  }

  /**
   * Plans tickets that time was passed for at `askedAt` (epoch ms). Where the state still says that something
   * was due then, because the disk was full or no rule had anything to say, it is looked at again a while
   * later: never in a circle.
   */
  passed(state: DeskState, ticketIds: Iterable<string>, askedAt: number): void {
    for (const id of ticketIds) {
      const at = wakeOf(state, id)
      this.agenda.update(`t${id}`, at !== null && at <= askedAt ? this.clock.now() + againMs : at)
    }
    this.arm()
  }

  /** When a chat's pause ends (epoch ms). */
  planChat(chatId: string, at: number): void {
    this.agenda.update(`c${chatId}`, at)
    this.arm()
  }

  /**
   * After a start or a sleep: waits a little for what came meanwhile, since a promise that looks broken may
   * have been kept from a telephone.
   */
  expectNews(): void {
    this.quietUntil = this.clock.now() + newsMs
    this.arm()
  }

  /** All that came meanwhile is in. */
  newsIsIn(): void {
    if (this.quietUntil === 0) return
    this.quietUntil = 0
    this.arm()
  }

  /** Asks for the next wake-up. */
  arm(): void {
    const earliest = this.agenda.next()
    const next = earliest === null ? null : Math.max(earliest, this.quietUntil)
    if (this.isStopped || next === this.armed) return
    this.armed = next
    this.clock.wakeAt(next, () => this.ring())
  }

  /** Tells, at once, of everything whose time has come. Also when the computer woke. */
  ring(): void {
    if (this.isStopped) return
    this.armed = null
    const now = this.clock.now()
    const ids = now < this.quietUntil ? [] : this.agenda.due(now)
    for (const id of ids) this.agenda.update(id, null)
    const named = (kind: string) => ids.filter((id) => id.startsWith(kind)).map((id) => id.slice(1))
    if (ids.length > 0) this.onDue({ ticketIds: named('t'), outboxIds: named('o'), chatIds: named('c') })
    this.arm()
  }

  /** Asks for no more wake-ups, whatever happens while the desk lets go. */
  stop(): void {
    this.isStopped = true
    this.clock.wakeAt(null, () => undefined)
  }

  private planOutbox(state: DeskState, outboxIds: Iterable<string>): void {
    for (const id of outboxIds) {
      const entry = state.outbox.get(id)?.state
      this.agenda.update(`o${id}`, entry?.kind === 'held' ? entry.until : null)
    }
  }

  /** Plans all tickets that are not done, and where `closing` differs the others: of those it reads only the facts. */
  private rebuild({ tickets, settings }: DeskState, closing: boolean): void {
    for (const ticket of tickets.near())
      if (!isDone(ticket.status)) this.agenda.update(`t${ticket.id}`, nextWake(ticket, settings))
    if (!closing) return
    for (const [id, [status, statusSince]] of tickets.facts(doneLayout))
      if (isDone(status)) this.agenda.update(`t${id}`, autoCloseAt({ status, statusSince }, settings))
  }
}

function wakeOf(state: DeskState, ticketId: string): number | null {
  const ticket = state.tickets.get(ticketId)
  return ticket ? nextWake(ticket, state.settings) : null
}

function* keysOf(entries: Iterable<readonly [string, unknown]>): Iterable<string> {
  for (const [id] of entries) yield id
}
