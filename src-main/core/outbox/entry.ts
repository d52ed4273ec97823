import type { Content, Entity } from '../../../src-preload/contract/conversation'
import type { StoredMedia } from '../conversation/message'
import type { Words } from '../conversation/split-text'

/** A file to send, already copied into the profile; `path` is relative to the profile's outgoing folder. */
export interface OutgoingFile {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly mime: string
  readonly sizeBytes: number
}

/** What the desk writes by itself. `recap`: the first message of a topic that was made anew. */
export type ReplyPurpose = 'acknowledgement' | 'question' | 'hint' | 'recap'

/** The message of the staff group that a reply delivers, and the album it began. */
export interface ReplyOrigin {
  readonly chatId: string
  readonly number: number
  readonly albumId?: string
  /** Which part, if it did not go out in one piece. */
  readonly part?: number
}

/** A button under a message of the bot. */
export type ReplyButton =
  /** `data` comes back when it is pressed; at most 64 bytes. */
  | { readonly kind: 'choice'; readonly text: string; readonly data: string }
  /** Asks for the customer's own number; shown in place of the keyboard. */
  | { readonly kind: 'contact'; readonly text: string }
  /** No button: takes away the one in place of the keyboard, if an earlier message showed it. Stands alone. */
  | { readonly kind: 'none'; readonly text: '' }

/** What the desk does in a topic by itself, or to a message it sent. */
export type TopicTask =
  | 'close'
  | 'reopen'
  | { readonly kind: 'create' | 'rename'; readonly title: string }
  | {
      /** A message of a bot's private chat, shown to the staff group. */
      readonly kind: 'copy'
      readonly text: string
      readonly entities: readonly Entity[]
      /** Files at Telegram, sent by reference. */
      readonly media: readonly StoredMedia[]
      /** A place or a contact; absent for none. */
      readonly content?: Content
      /** Number in the topic of the message it answers. */
      readonly replyTo: number | null
      /** Number in the private chat of what it is a copy of; null for the desk's own words. */
      readonly of: number | null
      readonly albumId: string | null
      /** Which part, from the second on, of what did not go out in one piece. */
      readonly part?: number
      /** Whose it is, where the copy begins with that name. */
      readonly who?: string
      /** Shown before in a topic that was deleted; that is done once. */
      readonly isAgain?: true
      /** What a topic that is made anew begins with. */
      readonly isRecap?: true
    }
  | {
      /** A message of ours that says something else now. */
      readonly kind: 'edit'
      readonly number: number
      readonly text: string
      readonly entities: readonly Entity[]
      /** What the customer sees if Telegram refuses. Absent in the staff group, and in journals of before. */
      readonly before?: Words
    }
  | {
      /** A message of ours that is no more: a part of what takes fewer now, or deleted by the team. */
      readonly kind: 'delete'
      readonly number: number
      /** Numbers of the other messages that it is one with, such as those of its album. Absent for none. */
      readonly more?: readonly number[]
    }

/** What waits to go to Telegram. In the journal before it is sent, gone from the state once it is there. */
export type OutboxEntry = {
  /** Also the random_id: resending with it cannot double (telegram.md B.1, 4). */
  readonly id: string
  /**
   * Order within a conversation is the order of `seq`. Only a topic that is made anew, and its recap, go before what
   * waited for it; what needs no person's word goes before replies that the customer's words stopped, and changes to what
   * arrived before all that failed.
   */
  readonly seq: number
  readonly ticketId: string
  /** A topic of the staff group that copies no chat any more goes by its own name here. */
  readonly conversationId: string
  readonly chatId: string
  /** `noTopic` in a private chat, and while the topic is still to be made. */
  readonly topicId: number
  /** Goes to the staff group's topic of the conversation, in an order of its own. */
  readonly isMirror: boolean
  readonly queuedAt: number
  readonly state:
    | { readonly kind: 'held'; readonly until: number }
    | { readonly kind: 'queued' }
    /** Handed to Telegram at least once: it may be there already. */
    | { readonly kind: 'attempted'; readonly firstAt: number }
    | {
        readonly kind: 'failed'
        readonly reason: string
        readonly uncertain: boolean
        /** Stopped because the customer wrote what its author had not seen. */
        readonly isStale?: true
        /** If it arrived, then in the group that this one was before (T8): here Telegram cannot tell. */
        readonly isElsewhere?: true
      }
} & (
  | {
      readonly kind: 'reply'
      readonly text: string
      readonly entities: readonly Entity[]
      readonly files: readonly OutgoingFile[]
      readonly replyTo: number | null
      readonly after: 'nothing' | 'wait' | 'resolve'
      /** Who wrote it; absent for the desk itself. */
      readonly authorId?: string
      readonly media: readonly StoredMedia[]
      /** A place or a contact from the staff group; absent for none. */
      readonly content?: Content
      readonly purpose?: ReplyPurpose
      /** Position at which somebody last asked to send it again, having read what was there; absent if nobody did. */
      readonly againSeq?: number
      /** When the customer first wrote after that (epoch ms): what it does not answer. Absent if they did not. */
      readonly overtakenAt?: number
      readonly buttons?: readonly (readonly ReplyButton[])[]
      readonly origin?: ReplyOrigin
    }
  | { readonly kind: 'topic-task'; readonly task: TopicTask }
)
