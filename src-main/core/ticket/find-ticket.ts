import type { Conversation } from '../conversation/conversation'
import type { DeskState } from '../desk/state'
import { Refusal } from '../refusal'
import type { Ticket } from './ticket'

/** @throws {@link Refusal} `not-found` if there is no such ticket. */
export function ticketOf(state: DeskState, ticketId: string): Ticket {
  const ticket = state.tickets.get(ticketId)
  if (!ticket) throw new Refusal('not-found', 'This ticket is not on this desk.', { field: 'ticketId' })
  return ticket
}

/** @throws {@link Refusal} `not-found`, or `not-allowed` if it is closed: then it is read-only (R52). */
export function openTicketOf(state: DeskState, ticketId: string): Ticket {
  const ticket = ticketOf(state, ticketId)
  if (ticket.status === 'closed')
    throw new Refusal('not-allowed', `${ticket.code} is closed. Reopen it to change it.`)
  return ticket
}

/** The ticket a topic's messages belong to now; null before a customer wrote. */
export function currentTicket(state: DeskState, conversation: Conversation | undefined): Ticket | null {
  const id = conversation?.ticketIds[conversation.ticketIds.length - 1]
  return (id !== undefined && state.tickets.get(id)) || null
}
