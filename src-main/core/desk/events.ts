import type { FollowedGroup } from '../../../src-preload/contract/account'
import type { ClockName } from '../../../src-preload/contract/clock'
import type { Content, Entity } from '../../../src-preload/contract/conversation'
import type { TicketField } from '../../../src-preload/contract/intake'
import type { Account } from '../../../src-preload/contract/session'
import type { Settings } from '../../../src-preload/contract/settings'
import type { TicketPriority, TicketStatus } from '../../../src-preload/contract/ticket'
import type { IncomingMessage, Iso, Person, StoredMedia } from '../conversation/message'
import type { IntakeRun } from '../intake/intake-run'
import type { OutgoingFile, ReplyButton, ReplyOrigin, ReplyPurpose, TopicTask } from '../outbox/entry'
import type { Contact } from '../people/contact'
import type { Actor } from './actor'
import type { SetAside, StreamTally, TakenUp } from './facts'

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
  | {
      readonly kind: 'signed-out'
      readonly reason: 'by-agent' | 'by-telegram' | 'session-unreadable'
      /** Absent in journals of before, when there was one account. */
      readonly accountId?: string
    }
  /** Journals of before, when there was one account and one group. */
  | { readonly kind: 'group-chosen'; readonly group: { readonly id: string; readonly title: string } }
  | { readonly kind: 'group-followed'; readonly group: FollowedGroup }
  | { readonly kind: 'group-left'; readonly groupId: string }
  /** A group is known by another id from now on (T8). */
  | { readonly kind: 'group-migrated'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'telegram-read'
      readonly marks: Readonly<Record<string, string | null>>
      /** Absent in journals of before. */
      readonly accountId?: string
      readonly tally?: Partial<StreamTally>
    }
  /** Something Telegram told could not be taken in; the rest went on. Never what it says. */
  | { readonly kind: 'fact-set-aside'; readonly aside: SetAside }
  | { readonly kind: 'fact-taken-up'; readonly accountId: string; readonly taken: TakenUp }
  | { readonly kind: 'contact-changed'; readonly contact: Contact }
  | { readonly kind: 'person-met'; readonly person: Person }
  /** The team as one group names it, whole; without a group in journals of before. */
  | { readonly kind: 'team-changed'; readonly groupId?: string; readonly agents: readonly Person[] }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }

/** What happened in a topic or private chat. */
export type ConversationEvent =
  | (InConversation & {
      /** Also a private chat, then with `privately` and the topic id `noTopic`. */
      readonly kind: 'topic-found'
      readonly chatId: string
      readonly topicId: number
      readonly title: string
      readonly privately?: {
        readonly accountId: string
        readonly personId: string
        readonly via: 'bot' | 'user'
      }
    })
  /** The agent put a private chat on the desk again, or took it off: nothing of it is read then. */
  | (InConversation & { readonly kind: 'chat-followed' | 'chat-left' })
  | (InConversation & { readonly kind: 'bot-blocked' | 'bot-unblocked' })
  /** Something said could not be carried over to the other side, in one sentence (nothing is swallowed). */
  | (InConversation & {
      readonly kind: 'not-carried'
      readonly reason: string
      /** Of a reply that was deleted in the staff group: its number there. It is said once. */
      readonly deletedNumber?: number
    })
  /** A private chat is to be copied into the staff group; the topic is made by a task. */
  | (InConversation & {
      readonly kind: 'mirror-begun'
      readonly groupId: string
      readonly title: string
      /** Telegram refused the topic before: there is nothing to say until it is made. */
      readonly isAgain?: true
    })
  | (InConversation & {
      readonly kind: 'mirror-changed'
      readonly state: 'open' | 'closed' | 'deleted'
      /** The event before says why. */
      readonly isSaid?: true
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
      /**
       * The reply this is part of, with no word of its own: the second and later messages of an album this desk
       * sent, and what a colleague wrote in the staff group's topic; {@link noReply} for a command there.
       */
      readonly partOf?: string
      /** Written before the chat came to the desk, or only to start a bot: shown, but no clock goes by it. */
      readonly isContext?: true
    })
  | (OnTicket & {
      readonly kind: 'message-edited'
      readonly messageId: string
      readonly text: string
      readonly entities: readonly Entity[]
      /** The files it has since. Absent for none, for those it had before, and in journals of before. */
      readonly media?: readonly StoredMedia[]
      readonly editedAt: Iso
      /** The team had answered after it when the edit came. */
      readonly afterReply: boolean
      /** The task that takes it to the customer. Absent for what Telegram told, and in journals of before. */
      readonly taskId?: string
      /** The task whose edit Telegram refused: what that said never was, and these are the words without it. */
      readonly undoes?: string
    })
  | (OnTicket & {
      readonly kind: 'message-deleted'
      readonly messageId: string
      readonly deletedAt: Iso
      /** It went with its topic. Told anew with this where that became known only later. */
      readonly withTopic?: true
    })
  | (OnTicket & {
      readonly kind: 'note-added'
      readonly noteId: string
      readonly text: string
      /** Written in the staff group. Absent for the desk's own, and in journals of before. */
      readonly isFromTopic?: true
    })
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
      /** Files that are at Telegram already, sent by reference. Absent for none. */
      readonly media?: readonly StoredMedia[]
      /** A place or a contact from the staff group; absent for none. */
      readonly content?: Content
      /** Set for what the desk writes by itself: it answers nothing, and no clock goes by it. */
      readonly purpose?: ReplyPurpose
      readonly buttons?: readonly (readonly ReplyButton[])[]
      /** The message of the staff group this is the delivery of. */
      readonly origin?: ReplyOrigin
    })
  /** Another part of an album joined a reply that waits. */
  | (OnTicket & {
      readonly kind: 'reply-extended'
      readonly outboxId: string
      readonly media: readonly StoredMedia[]
    })
  | (OnTicket & { readonly kind: 'reply-attempted'; readonly outboxId: string })
  | (OnTicket & {
      readonly kind: 'reply-sent'
      readonly outboxId: string
      /** Number Telegram gave the (first) message; null when only its acceptance is known. */
      readonly number: number | null
      readonly sentAt: Iso
      readonly media: IncomingMessage['media']
      /** Where it arrived; absent for the chat that the conversation is named by. */
      readonly chatId?: string
    })
  | (OnTicket & {
      readonly kind: 'reply-failed'
      readonly outboxId: string
      readonly reason: string
      /** It may have arrived all the same: never resent without the agent's word. */
      readonly uncertain: boolean
      /** Stopped because the customer wrote what its author had not seen. */
      readonly isStale?: true
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
      /** Opened by hand from a chat: `open`, as the product says (C5). Absent for `new`. */
      readonly status?: 'open'
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

/** Intake: the form's course and its answers. */
export type IntakeEvent =
  /** The form began, went on or ended (null). Whole, not a difference. */
  | (OnTicket & { readonly kind: 'intake-moved'; readonly run: IntakeRun | null })
  | (OnTicket & {
      readonly kind: 'field-answered'
      readonly field: TicketField
      /** The message that answered it. Absent for the press of a button, and in journals of before. */
      readonly number?: number
    })

/** What the outbox did by itself: close, reopen, make or rename a topic; copy or edit a message (C12). */
export type TopicTaskEvent =
  | (OnTicket & {
      readonly kind: 'topic-task-queued'
      readonly outboxId: string
      readonly task: TopicTask
      /** The staff group's topic, not the conversation itself. */
      readonly isMirror?: boolean
      /** Not before this time: an album is still coming together. */
      readonly holdUntil?: Iso
    })
  /** Another part of an album joined a copy that waits. */
  | (OnTicket & {
      readonly kind: 'topic-task-extended'
      readonly outboxId: string
      readonly media: readonly StoredMedia[]
    })
  | (OnTicket & {
      readonly kind: 'topic-task-done'
      readonly outboxId: string
      /** The topic that was made, or the number of the copy. */
      readonly number?: number
      /** The message at the customer that was changed or deleted. */
      readonly messageId?: string
      /** The staff group's topic, which Telegram refused before. */
      readonly atLast?: true
    })
  | (OnTicket & {
      readonly kind: 'topic-task-failed'
      readonly outboxId: string
      readonly reason: string
      /** Which task; absent for a close or reopen, and in journals of before. */
      readonly task?: Exclude<TopicTask, string>['kind']
      /** The message at the customer that was to be changed or deleted. */
      readonly messageId?: string
      readonly isMirror?: boolean
      /** A change of a message that may have been made all the same. */
      readonly isUncertain?: true
      /** For the same reason as the time before. */
      readonly isAgain?: true
      /** A copy stays in its place, and is tried once more without what it quotes, which may be gone. */
      readonly isUnquoted?: true
    })

/** All that can have happened. Journals keep them for ever: a kind is never changed, only followed by another. */
export type DeskEvent =
  | DeskWideEvent
  | ConversationEvent
  | MessageEvent
  | TicketEvent
  | IntakeEvent
  | TopicTaskEvent

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
