import type { Settings } from '../../../src-preload/contract/settings'
import { entriesInOrder } from '../outbox/entries'
import { earliestDue } from '../sla/deadlines'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import type { Change } from './change'
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

  /** Takes a change of the desk; looks at every ticket that is not done only when promises changed. */
  follow(change: Change): void {
    const { before, after } = change
    if (before.settings.promises !== after.settings.promises) this.count(after)
    else for (const id of change.ids('tickets')) this.look(after.tickets.get(id), id, after)
  }

  /** How many there are; a reply or topic change on its way is a next step too. */
  size(state: DeskState): number {
    let size = 0
    for (const id of this.stranded) if (!isOnItsWay(state, id)) size++
    return size
  }

  private count(state: DeskState): void {
    this.stranded = new Set()
    for (const ticket of state.tickets.near()) this.look(ticket, ticket.id, state)
  }

  private look(ticket: Ticket | undefined, id: string, { settings }: DeskState): void {
    if (ticket && isStranded(ticket, settings)) this.stranded.add(id)
    else this.stranded.delete(id)
  }
}

function isOnItsWay(state: DeskState, ticketId: string): boolean {
  const ticket = state.tickets.get(ticketId)
  return (
    ticket !== undefined &&
    entriesInOrder(state, ticket.conversationId).some((entry) => entry.ticketId === ticketId)
  )
}
