import type { TicketPriority, TicketStatus } from '../../../src-preload/contract/ticket'

/** Statuses in the desk's words. */
export const statusNames: Readonly<Record<TicketStatus, string>> = {
  new: 'New',
  open: 'Open',
  in_progress: 'In progress',
  pending_customer: 'Waiting for the customer',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
}

/** Priorities in the desk's words. */
export const priorityNames: Readonly<Record<TicketPriority, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}
