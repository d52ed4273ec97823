import type { TicketField } from '../../../src-preload/contract/intake'
import type { Ball, LastWord, TicketPriority, TicketStatus } from '../../../src-preload/contract/ticket'
import type { Actor } from '../desk/actor'
import type { IntakeRun } from '../intake/intake-run'
import type { Clocks, Noticed } from '../sla/service-clock'

/** A ticket as its events made it. Times epoch ms. */
export interface Ticket {
  /** `conversationId` for the first ticket of a topic, `conversationId.2` for its second, and so on. */
  readonly id: string
  readonly code: string
  readonly conversationId: string
  readonly customerId: string
  readonly title: string
  readonly status: TicketStatus
  readonly statusSince: number
  readonly priority: TicketPriority
  readonly assignee: string | null
  readonly ball: Ball
  readonly ballSince: number
  readonly holdUntil: number | null
  readonly holdReason: string | null
  readonly createdAt: number
  readonly createdBy: Actor
  readonly resolvedAt: number | null
  readonly closedAt: number | null
  readonly closedBy: Actor | null
  readonly followUpOf: string | null
  /** Messages of customer and team, notes left out. */
  readonly messages: number
  /** Customer messages after the last seen position. */
  readonly unread: number
  /** Position the team has seen up to. */
  readonly seenPosition: number
  /** Position of the newest customer message, for the stale-reply guard. */
  readonly customerPosition: number
  /** When a human of the team first answered; null while the first reply is owed. */
  readonly repliedAt: number | null
  /** Number of the team's newest message, to tell an edit that came after the answer; 0 for none. */
  readonly replyNumber: number
  /** The newest notes, newest last, so that the same note sent twice is one; absent for none. Bounded. */
  readonly noteIds?: readonly string[]
  /** With the number of its message, so that it follows edits; a note has none. An album is one word. */
  readonly last:
    | (Omit<LastWord, 'by' | 'byMe'> & {
        readonly by: string
        readonly number?: number
        readonly albumId?: string
      })
    | null
  readonly clocks: Clocks
  readonly noticed: readonly Noticed[]
  /** Replies in the outbox that failed. */
  readonly failedReplies: number
  /** Answers of the intake form, in the order they were given (R13). */
  readonly fields: readonly TicketField[]
  /** The form under way; null when none is. */
  readonly intake: IntakeRun | null
  /** The customer was told the ticket's code (R34): once per ticket. */
  readonly isAcknowledged: boolean
}
