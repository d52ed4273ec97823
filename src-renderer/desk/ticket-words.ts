import type { TicketPriority, TicketStatus } from '../../src-preload/contract/ticket'

const statuses: Readonly<Record<TicketStatus, string>> = {
  new: 'New',
  open: 'Open',
  in_progress: 'In progress',
  pending_customer: 'Waiting for the customer',
  on_hold: 'On hold',
  resolved: 'Resolved',
  closed: 'Closed',
}

const priorities: Readonly<Record<TicketPriority, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
}

/** A status as shown. */
export function statusWord(status: TicketStatus): string {
  return statuses[status]
}

/** A priority as shown. */
export function priorityWord(priority: TicketPriority): string {
  return priorities[priority]
}
