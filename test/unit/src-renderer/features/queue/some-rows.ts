import type { QueuePage } from '../../../../../src-preload/contract/queue'
import type { TicketRow } from '../../../../../src-preload/contract/ticket'

/** A row of the queue with what a test needs to differ. */
export function row(id: string, more: Partial<TicketRow> = {}): TicketRow {
  return {
    id,
    code: id.toUpperCase(),
    title: 'Charged twice for March',
    customer: { id: 'mira', name: 'Mira', username: null, earlierTickets: 0, tier: null, isDeleted: false },
    way: 'topic',
    status: 'open',
    priority: 'high',
    assignee: null,
    ball: 'ours',
    ballSince: 0,
    holdUntil: null,
    unread: 0,
    last: null,
    clock: { kind: 'none', clock: 'first-reply' },
    createdAt: 0,
    failedReplies: 0,
    ...more,
  }
}

/** A window of a queue where all rows are ours. */
export function page(revision: number, rows: readonly TicketRow[], more: Partial<QueuePage> = {}): QueuePage {
  return {
    revision,
    view: 'all',
    from: 0,
    total: rows.length,
    groups: [{ group: 'ours', count: rows.length }],
    rows,
    counts: { all: rows.length, mine: 0, unassigned: 0, overdue: 0, done: 0, ourTurn: rows.length },
    next: null,
    ...more,
  }
}
