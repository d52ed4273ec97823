import type { QueuePage } from '../../../../../src-preload/contract/queue'
import type { TicketRow } from '../../../../../src-preload/contract/ticket'
import { plainRow } from '../../desk/plain-ticket'

/** A row of the queue with what a test needs to differ. */
export function row(id: string, more: Partial<TicketRow> = {}): TicketRow {
  return {
    ...plainRow,
    id,
    code: id.toUpperCase(),
    title: 'Charged twice for March',
    priority: 'high',
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
