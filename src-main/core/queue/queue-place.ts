import { ticketPriorities } from '../../../src-preload/contract/priorities'
import type { QueueGroup } from '../../../src-preload/contract/queue'
import type { Settings } from '../../../src-preload/contract/settings'
import { earliestDue } from '../sla/deadlines'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import type { Compare } from './sorted-list'

/** Where a ticket that is not done stands in the queue, as numbers to compare. Later times and "none" are larger. */
export interface QueuePlace {
  readonly id: string
  readonly group: QueueGroup
  readonly groupRank: number
  /** What the group is ordered by: a deadline, whose turn since, the end of a hold. */
  readonly rank: number
  /** 0 for critical. */
  readonly priorityRank: number
  readonly createdAt: number
  /** The earliest running deadline; infinite for none. */
  readonly dueAt: number
  readonly assignee: string | null
}

const groupRanks: Readonly<Record<QueueGroup, number>> = { ours: 0, theirs: 1, hold: 2, done: 3 }

/** Where a ticket belongs in the queue (interface.md section 3). */
export function placeOf(ticket: Ticket, settings: Settings): QueuePlace {
  const group = groupOf(ticket)
  const dueAt = earliestDue(ticket, settings) ?? Infinity
  return {
    id: ticket.id,
    group,
    groupRank: groupRanks[group],
    rank: rankIn(group, ticket, dueAt),
    priorityRank: ticketPriorities.length - 1 - ticketPriorities.indexOf(ticket.priority),
    createdAt: ticket.createdAt,
    dueAt,
    assignee: ticket.assignee,
  }
}

/** The heading a ticket stands under. On hold is a heading of its own, whoever has the ball. */
export function groupOf({ status, ball }: Ticket): QueueGroup {
  if (isDone(status)) return 'done'
  if (status === 'on_hold') return 'hold'
  return ball === 'theirs' ? 'theirs' : 'ours'
}

function rankIn(group: QueueGroup, ticket: Ticket, dueAt: number): number {
  switch (group) {
    case 'ours':
      return dueAt
    case 'theirs':
      return ticket.ballSince
    case 'hold':
      return ticket.holdUntil ?? Infinity
    case 'done':
      return 0
  }
}

/** Groups in their order; in Our turn the earliest deadline first, without one last; then priority, then age. */
export const byTurn: Compare<QueuePlace> = (one, other) =>
  compare(one.groupRank, other.groupRank) ||
  compare(one.rank, other.rank) ||
  compare(one.priorityRank, other.priorityRank) ||
  compare(one.createdAt, other.createdAt) ||
  byId(one, other)

/** Groups in their order, then priority, then age (R62). */
export const byPriority: Compare<QueuePlace> = (one, other) =>
  compare(one.groupRank, other.groupRank) ||
  compare(one.priorityRank, other.priorityRank) ||
  compare(one.createdAt, other.createdAt) ||
  byId(one, other)

/** The one that was due first, first. */
export const byDeadline: Compare<QueuePlace> = (one, other) =>
  compare(one.dueAt, other.dueAt) || byId(one, other)

/** A done ticket in its list. Times epoch ms. */
export interface DonePlace {
  readonly id: string
  readonly doneAt: number
}

/** The one that was done last, first. */
export const byDone: Compare<DonePlace> = (one, other) =>
  compare(other.doneAt, one.doneAt) || byId(one, other)

/** The newest ticket first. */
export const byNewest: Compare<Pick<QueuePlace, 'createdAt' | 'id'>> = (one, other) =>
  compare(other.createdAt, one.createdAt) || byId(one, other)

/** Not a difference: infinite times have none. */
function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
