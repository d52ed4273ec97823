import type { Announcement } from '../desk/effects'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { isMe } from '../people/names'
import { earliestDue } from '../sla/deadlines'
import type { Ticket } from '../ticket/ticket'
import { ms } from '../time'
import { customerWroteNotice, digestNotice, newTicketNotice } from './words'

/** What is older than this when the desk learns of it is history, not news. */
const newsMs = 10 * 60_000
/** More new tickets than this at once are told as one. */
const manyTickets = 3

/**
 * New tickets, and customers who wrote on mine. Never for what the team wrote, nor for old history, nor where it stopped
 * a reply: that is announced instead.
 */
export function announceWords(state: DeskState, recorded: readonly Recorded[]): readonly Announcement[] {
  const { newTicket, customerWrote, doNotDisturb } = state.settings.notifications
  if (doNotDisturb) return []
  const opened = recorded.filter(({ event }) => event.kind === 'ticket-created')
  /** Of these the customer's words need no notice of their own. */
  const fresh = new Set<string>()
  for (const { event } of recorded)
    if (event.kind === 'ticket-created' || (event.kind === 'reply-failed' && event.isStale))
      fresh.add(event.ticketId)
  return [
    ...(newTicket ? announceOpened(state, opened) : []),
    ...(customerWrote ? announceAnswers(state, recorded, fresh) : []),
  ]
}

function announceOpened(state: DeskState, opened: readonly Recorded[]): readonly Announcement[] {
  const tickets: Ticket[] = []
  const news: Announcement[] = []
  for (const { event, at } of opened) {
    const ticket = event.kind === 'ticket-created' ? state.tickets.get(event.ticketId) : undefined
    if (!ticket) continue
    tickets.push(ticket)
    if (ms(at) - ticket.createdAt <= newsMs) news.push(newTicketNotice(state, ticket))
  }
  if (tickets.length <= manyTickets) return news
  const due = (ticket: Ticket) => earliestDue(ticket, state.settings) ?? Infinity
  const [mostUrgent = null] = [...tickets].sort((one, other) => (due(one) < due(other) ? -1 : 1))
  return [digestNotice({ breached: 0, atRisk: 0, opened: tickets.length, mostUrgent })]
}

function announceAnswers(
  state: DeskState,
  recorded: readonly Recorded[],
  fresh: ReadonlySet<string>,
): readonly Announcement[] {
  const newest = new Map<string, Announcement>()
  for (const { event, at } of recorded) {
    if (event.kind !== 'message-received' || event.side !== 'customer' || fresh.has(event.ticketId)) continue
    const ticket = state.tickets.get(event.ticketId)
    const isMine = ticket && ticket.assignee !== null && isMe(state, ticket.assignee)
    if (!isMine || ms(at) - ms(event.message.sentAt) > newsMs) continue
    newest.set(ticket.id, customerWroteNotice(state, ticket, event.message, ms(at)))
  }
  return [...newest.values()]
}
