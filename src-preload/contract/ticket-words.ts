import type { TicketPriority, TicketStatus } from './ticket'

/** Statuses in the desk's words (product.md 2.18), the same in the window, in a topic and in a notification. */
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
