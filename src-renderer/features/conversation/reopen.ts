import type { TicketStatus, TicketView } from '../../../src-preload/contract/ticket'

/** The status that reopening leads to; null while the ticket is open, or if nothing may reopen it. */
export function reopenTo(ticket: TicketView): TicketStatus | null {
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') return null
  const wanted: readonly TicketStatus[] =
    ticket.assignee === null ? ['open', 'in_progress'] : ['in_progress', 'open']
  return wanted.find((status) => ticket.allowedStatuses.includes(status)) ?? null
}
