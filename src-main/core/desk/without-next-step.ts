import type { Settings } from '../../../src-preload/contract/settings'
import { earliestDue } from '../sla/deadlines'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import type { DeskState } from './state'

/**
 * Whether nothing will ever move an open ticket: no promise runs (a broken one still counts, it is on top of
 * the queue), no hold ends, and it is not the customer's turn. What waits in the outbox is not looked at.
 */
export function isStranded(ticket: Ticket, settings: Settings): boolean {
  if (isDone(ticket.status) || ticket.ball === 'theirs') return false
  if (ticket.status === 'on_hold' && ticket.holdUntil !== null) return false
  return earliestDue(ticket, settings) === null
}

/** Counts open tickets without a next step, kept up with each change: the number on the strip, which should be 0. */
export class WithoutNextStep {
  private stranded = new Set<string>()

  constructor(state: DeskState) {
    this.count(state)
  }

  /** Takes a change of the desk; looks at every ticket only when promises changed. */
  follow(before: DeskState, after: DeskState): void {
    if (before.settings.promises !== after.settings.promises) this.count(after)
    else for (const id of after.tickets.changedIds(before.tickets)) this.look(id, after)
  }

  /** How many there are; a reply or topic change on its way is a next step too. */
  size({ outbox }: DeskState): number {
    if (this.stranded.size === 0 || outbox.size === 0) return this.stranded.size
    const moved = new Set([...outbox.values()].map(({ ticketId }) => ticketId))
    return [...this.stranded].filter((id) => !moved.has(id)).length
  }

  private count(state: DeskState): void {
    this.stranded = new Set()
    for (const { id } of state.tickets.values()) this.look(id, state)
  }

  private look(id: string, { tickets, settings }: DeskState): void {
    const ticket = tickets.get(id)
    if (ticket && isStranded(ticket, settings)) this.stranded.add(id)
    else this.stranded.delete(id)
  }
}
