import type { ClockName } from '../../../src-preload/contract/clock'
import type { Entity } from '../../../src-preload/contract/conversation'
import type { Account } from '../../../src-preload/contract/session'
import type { Settings } from '../../../src-preload/contract/settings'
import type { TicketPriority, TicketStatus } from '../../../src-preload/contract/ticket'
import type { IncomingMessage, Iso, Person } from '../conversation/message'
import type { OutgoingFile } from '../outbox/entry'
import type { Actor } from './actor'

/** Every event about a conversation names it, so that the journal can be read by conversation. */
interface InConversation {
  readonly conversationId: string
}
/** Events about a ticket name the ticket as well. */
interface OnTicket extends InConversation {
  readonly ticketId: string
}

/** What happened to the desk as a whole. */
export type DeskWideEvent =
  | { readonly kind: 'signed-in'; readonly account: Account }
  | { readonly kind: 'signed-out'; readonly reason: 'by-agent' | 'by-telegram' | 'session-unreadable' }
  | { readonly kind: 'group-chosen'; readonly group: { readonly id: string; readonly title: string } }
  | { readonly kind: 'telegram-read'; readonly marks: Readonly<Record<string, string | null>> }
  | { readonly kind: 'person-met'; readonly person: Person }
  | { readonly kind: 'team-changed'; readonly agents: readonly Person[] }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }

/** What happened in a topic. */
export type ConversationEvent =
  | (InConversation & {
      readonly kind: 'topic-found'
      readonly chatId: string
      readonly topicId: number
      readonly title: string
    })
  | (InConversation & { readonly kind: 'topic-renamed'; readonly title: string })
  | (InConversation & { readonly kind: 'topic-closed' | 'topic-reopened' | 'topic-deleted' })
  | (InConversation & { readonly kind: 'conversation-read'; readonly upTo: number })

/** What was said. Messages keep Telegram's own time in `message.sentAt`. */
export type MessageEvent =
  | (OnTicket & {
      readonly kind: 'message-received'
      readonly side: 'customer' | 'team'
      readonly message: IncomingMessage
      /** Set for the second and later messages of an album this desk sent: part of that reply, no word of its own. */
      readonly partOf?: string
    })
  | (OnTicket & {
      readonly kind: 'message-edited'
      readonly messageId: string
      readonly text: string
      readonly entities: readonly Entity[]
      readonly editedAt: Iso
      /** The team had answered after it when the edit came. */
      readonly afterReply: boolean
    })
  | (OnTicket & { readonly kind: 'message-deleted'; readonly messageId: string; readonly deletedAt: Iso })
  | (OnTicket & { readonly kind: 'note-added'; readonly noteId: string; readonly text: string })
  | (OnTicket & {
      readonly kind: 'reply-queued'
      /** Also the random_id Telegram will see: a 63-bit decimal string. */
      readonly outboxId: string
      readonly text: string
      readonly entities: readonly Entity[]
      readonly files: readonly OutgoingFile[]
      /** Number of the message it answers. */
      readonly replyTo: number | null
      /** Not before this time: until then it can be taken back. */
      readonly holdUntil: Iso
      readonly after: 'nothing' | 'wait' | 'resolve'
    })
  | (OnTicket & { readonly kind: 'reply-attempted'; readonly outboxId: string })
  | (OnTicket & {
      readonly kind: 'reply-sent'
      readonly outboxId: string
      /** Number Telegram gave the (first) message; null when only its acceptance is known. */
      readonly number: number | null
      readonly sentAt: Iso
      readonly media: IncomingMessage['media']
    })
  | (OnTicket & {
      readonly kind: 'reply-failed'
      readonly outboxId: string
      readonly reason: string
      /** It may have arrived all the same: never resent without the agent's word. */
      readonly uncertain: boolean
    })
  | (OnTicket & { readonly kind: 'reply-retried' | 'reply-discarded'; readonly outboxId: string })
  | (OnTicket & { readonly kind: 'ticket-seen'; readonly position: number })
  | (OnTicket & {
      readonly kind: 'draft-saved'
      readonly mode: 'reply' | 'note'
      readonly text: string
      readonly replyTo: string | null
      /** Absent for none. */
      readonly files?: readonly OutgoingFile[]
    })

/** What happened to a ticket. */
export type TicketEvent =
  | (OnTicket & {
      readonly kind: 'ticket-created'
      readonly code: string
      readonly title: string
      readonly customerId: string
      readonly priority: TicketPriority
      readonly followUpOf: string | null
      /** When the customer's clock starts: the first message's own time (C6). */
      readonly openedAt: Iso
    })
  | (OnTicket & {
      readonly kind: 'ticket-assigned'
      readonly agentId: string | null
      /** `reply`: nobody had it, and who answered it has it now. */
      readonly how: 'claim' | 'assign' | 'release' | 'reply'
    })
  | (OnTicket & {
      readonly kind: 'status-changed'
      readonly from: TicketStatus
      readonly to: TicketStatus
      readonly cause: 'agent' | 'assignment' | 'reply' | 'customer' | 'topic' | 'hold-over' | 'inactivity'
      readonly reason: string | null
      readonly until: Iso | null
      /** When it took effect, if that was before the desk learned it: clocks go by it. */
      readonly trueAt?: Iso
    })
  | (OnTicket & {
      readonly kind: 'priority-changed'
      readonly from: TicketPriority
      readonly to: TicketPriority
    })
  | (OnTicket & { readonly kind: 'ticket-renamed'; readonly title: string })
  | (OnTicket & {
      /** A clock passed its warning or its deadline. Written before anyone is told, so it is told once. */
      readonly kind: 'clock-noticed'
      readonly clock: ClockName
      readonly level: 'at-risk' | 'breached'
      /** When that truly happened, which after a sleep is long before it was noticed. */
      readonly trueAt: Iso
    })

/** What the outbox did to a topic: the desk's own close and reopen (C12). */
export type TopicTaskEvent =
  | (OnTicket & {
      readonly kind: 'topic-task-queued'
      readonly outboxId: string
      readonly task: 'close' | 'reopen'
    })
  | (OnTicket & { readonly kind: 'topic-task-done'; readonly outboxId: string })
  | (OnTicket & { readonly kind: 'topic-task-failed'; readonly outboxId: string; readonly reason: string })

export type DeskEvent = DeskWideEvent | ConversationEvent | MessageEvent | TicketEvent | TopicTaskEvent

/**
 * An event as the journal holds it. `seq` grows by one per event over the whole desk and is its position in
 * the conversation too; `at` is when the desk learned it.
 */
export interface Recorded<E extends DeskEvent = DeskEvent> {
  readonly seq: number
  readonly at: Iso
  readonly by: Actor
  readonly event: E
}
