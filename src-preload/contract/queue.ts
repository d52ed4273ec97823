import { z } from 'zod'
import type { TicketRow } from './ticket'
import { ticketId } from './ticket'

/** The queue's tabs (R66). `done` holds resolved and closed tickets, out of the working queue (R60). */
export const queueViews = ['all', 'mine', 'unassigned', 'overdue', 'done'] as const
export const queueView = z.enum(queueViews)
export type QueueView = z.infer<typeof queueView>

/** The headings a queue is grouped by (interface.md section 3), in this order. */
export const queueGroups = ['ours', 'theirs', 'hold', 'done'] as const
export type QueueGroup = (typeof queueGroups)[number]

/** Ticket counts by view, and how many wait for us. `overdue` is as of the answer. */
export type QueueCounts = { readonly [V in QueueView]: number } & { readonly ourTurn: number }

/** A window of a queue: rows `from`.. in the queue's order, with the sizes of its groups. */
export interface QueuePage {
  readonly revision: number
  readonly view: QueueView
  readonly from: number
  readonly total: number
  readonly groups: readonly { readonly group: QueueGroup; readonly count: number }[]
  readonly rows: readonly TicketRow[]
  readonly counts: QueueCounts
  /** The earliest running deadline of all, for "The next clock is ..." . */
  readonly next: { readonly code: string; readonly ticketId: string; readonly dueAt: number } | null
}

/** Rows `from` on, at most `count`, in the order of a view. */
export const queuePageInput = z.strictObject({
  view: queueView,
  from: z.number().int().min(0),
  count: z.number().int().min(1).max(200),
})
/** The ticket after which to look, round and round; null to begin with the first. */
export const unsentInput = z.strictObject({ after: ticketId.nullable() })
/** Finds tickets by code, title or customer; newest first. */
export const ticketSearchInput = z.strictObject({
  text: z.string().trim().min(1).max(120),
  limit: z.number().int().min(1).max(50),
})
