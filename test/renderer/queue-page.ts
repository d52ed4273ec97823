import { ticketPriorities } from '../../src-preload/contract/priorities'
import type { QueueCounts, QueueGroup, QueuePage, QueueView } from '../../src-preload/contract/queue'
import type { TicketRow } from '../../src-preload/contract/ticket'

const isDone = ({ status }: TicketRow) => status === 'resolved' || status === 'closed'
const dueAt = ({ clock }: TicketRow) => (clock.kind === 'running' ? clock.dueAt : Number.POSITIVE_INFINITY)
const isOverdue = (row: TicketRow) => dueAt(row) <= Date.now()
const isMine = ({ assignee }: TicketRow) => assignee?.isMe === true
const isUnassigned = ({ assignee }: TicketRow) => assignee === null

function groupOf(row: TicketRow): QueueGroup {
  if (isDone(row)) return 'done'
  if (row.status === 'on_hold') return 'hold'
  return row.ball === 'ours' ? 'ours' : 'theirs'
}

const groups: readonly QueueGroup[] = ['ours', 'theirs', 'hold', 'done']

function sorted(rows: readonly TicketRow[]): readonly TicketRow[] {
  const weight = (row: TicketRow) => ticketPriorities.indexOf(row.priority)
  return [...rows].sort(
    (one, other) =>
      groups.indexOf(groupOf(one)) - groups.indexOf(groupOf(other)) ||
      Math.sign(dueAt(one) - dueAt(other)) ||
      weight(other) - weight(one) ||
      one.ballSince - other.ballSince,
  )
}

function inView(rows: readonly TicketRow[], view: QueueView): readonly TicketRow[] {
  const open = rows.filter((row) => !isDone(row))
  switch (view) {
    case 'all':
      return open
    case 'mine':
      return open.filter(isMine)
    case 'unassigned':
      return open.filter(isUnassigned)
    case 'overdue':
      return open.filter(isOverdue)
    case 'done':
      return rows.filter(isDone)
  }
}

/** The counts over the tabs and in the rail. */
export function countsOf(rows: readonly TicketRow[]): QueueCounts {
  const count = (view: QueueView) => inView(rows, view).length
  return {
    all: count('all'),
    mine: count('mine'),
    unassigned: count('unassigned'),
    overdue: count('overdue'),
    done: count('done'),
    ourTurn: inView(rows, 'all').filter((row) => groupOf(row) === 'ours').length,
  }
}

/** A window of a queue in the desk's order. */
export function pageOf(
  rows: readonly TicketRow[],
  revision: number,
  view: QueueView,
  from: number,
  count: number,
): QueuePage {
  const all = sorted(inView(rows, view))
  const next = [...rows]
    .filter((row) => !isDone(row) && Number.isFinite(dueAt(row)))
    .sort((a, b) => dueAt(a) - dueAt(b))[0]
  return {
    revision,
    view,
    from,
    total: all.length,
    groups: groups
      .map((group) => ({ group, count: all.filter((row) => groupOf(row) === group).length }))
      .filter((group) => group.count > 0),
    rows: all.slice(from, from + count),
    counts: countsOf(rows),
    next: next ? { code: next.code, ticketId: next.id, dueAt: dueAt(next) } : null,
  }
}
