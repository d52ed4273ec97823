import { z } from 'zod'
import type { ClockStory, ClockView } from './clock'
import type { IntakeWay, TicketField } from './intake'
import { ticketPriorities } from './priorities'

/** The seven canonical statuses (product.md 2.18). All else is derived. */
export const ticketStatuses = [
  'new',
  'open',
  'in_progress',
  'pending_customer',
  'on_hold',
  'resolved',
  'closed',
] as const
export const ticketStatus = z.enum(ticketStatuses)
export type TicketStatus = z.infer<typeof ticketStatus>

export const ticketPriority = z.enum(ticketPriorities)
export type TicketPriority = z.infer<typeof ticketPriority>

/** Whose turn it is (C14). `nobody` once resolved. */
export type Ball = 'ours' | 'theirs' | 'nobody'

/** Someone of the team, as shown. `isMe` is the account this desk is signed in with. */
export interface AgentView {
  readonly id: string
  readonly name: string
  readonly username: string | null
  readonly isMe: boolean
}

/** A customer, as shown. */
export interface CustomerView {
  readonly id: string
  readonly name: string
  readonly username: string | null
  /** How many tickets this customer had before this one. */
  readonly earlierTickets: number
  readonly tier: string | null
  /** Their account at Telegram is gone. */
  readonly isDeleted: boolean
}

/** The last thing said in a ticket. `text` is at most 160 characters, one line. */
export interface LastWord {
  readonly kind: 'customer' | 'reply' | 'note'
  readonly by: string
  readonly byMe: boolean
  readonly text: string
  readonly at: number
}

/** One row of the queue. Times epoch ms. */
export interface TicketRow {
  readonly id: string
  /** Unique human code without the hash, such as `DSA312` (R2). */
  readonly code: string
  readonly title: string
  readonly customer: CustomerView
  /** How the customer came. */
  readonly way: IntakeWay
  readonly status: TicketStatus
  readonly priority: TicketPriority
  readonly assignee: AgentView | null
  readonly ball: Ball
  readonly ballSince: number
  readonly holdUntil: number | null
  readonly unread: number
  readonly last: LastWord | null
  /** The most urgent running clock, else the one that tells most; `none` without a promise. */
  readonly clock: ClockView
  readonly createdAt: number
  /** Replies that did not go out. */
  readonly failedReplies: number
}

/** A ticket in full, for the bar and the sheet. */
export interface TicketView extends TicketRow {
  readonly clocks: readonly ClockView[]
  readonly conversationId: string
  readonly groupTitle: string
  /** The account that reads and answers; null if that is signed out. */
  readonly account: { readonly id: string; readonly name: string; readonly kind: 'user' | 'bot' } | null
  /** False once its group or its private chat was taken off the desk: nothing is read there, nothing can be sent. */
  readonly isFollowed: boolean
  /** When the customer blocked the bot (epoch ms): nothing can be sent until they write again. Null if not. */
  readonly blockedAt: number | null
  /** The staff group's topic this conversation is copied into; null if it is not. */
  readonly mirror: {
    readonly groupTitle: string
    readonly state: 'making' | 'open' | 'closed' | 'deleted'
  } | null
  readonly fields: readonly TicketField[]
  /** What the bot asked and waits for; null when no form is under way. */
  readonly intakeAsks: string | null
  readonly topic: { readonly title: string; readonly state: 'open' | 'closed' | 'deleted' }
  readonly createdBy: string
  readonly holdReason: string | null
  readonly resolvedAt: number | null
  readonly closedAt: number | null
  readonly closedBy: string | null
  readonly messages: number
  readonly followUpOf: { readonly id: string; readonly code: string } | null
  readonly followUps: readonly { readonly id: string; readonly code: string }[]
  /** Statuses the transition table allows from here, in the table's order. */
  readonly allowedStatuses: readonly TicketStatus[]
}

/** The answer to "Explain": one story per clock that has a promise. */
export interface TicketClocks {
  readonly ticketId: string
  readonly stories: readonly ClockStory[]
}

/** A ticket’s id, made from its conversation. */
export const ticketId = z.string().min(1).max(96)
/** A ticket. */
export const ticketRef = z.strictObject({ ticketId })

/** Who is to have a ticket; null for nobody. */
export const assignInput = z.strictObject({ ticketId, agentId: z.string().min(1).max(64).nullable() })
/** A change of status. `reason` and `until` where the transition wants them (product.md 2.18). */
export const statusInput = z.strictObject({
  ticketId,
  to: ticketStatus,
  /** Needed for `on_hold` when the first reply is still owed (C13), optional else. */
  reason: z.string().trim().max(500).optional(),
  /** Epoch ms: when a hold ends by itself. */
  until: z.number().int().positive().optional(),
})
/** How urgent a ticket is, which chooses its promises. */
export const priorityInput = z.strictObject({ ticketId, priority: ticketPriority })
/** What a ticket is called, here and as the title of its topic. */
export const titleInput = z.strictObject({ ticketId, title: z.string().trim().min(1).max(128) })
