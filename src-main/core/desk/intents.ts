import type { FollowedGroup } from '../../../src-preload/contract/account'
import type { Entity } from '../../../src-preload/contract/conversation'
import type { Account } from '../../../src-preload/contract/session'
import type { SettingsPatch } from '../../../src-preload/contract/settings'
import type { TicketPriority, TicketStatus } from '../../../src-preload/contract/ticket'
import type { IncomingMessage, Iso, Person, StoredMedia } from '../conversation/message'
import type { OutgoingFile } from '../outbox/entry'
import type { ContactPatch } from '../people/contact'
import type { Actor } from './actor'
import type { Recorded } from './events'
import type { TelegramDelivery } from './facts'

/** What a person of the team wants. */
export type AgentIntent =
  | { readonly kind: 'claim-ticket' | 'release-ticket'; readonly ticketId: string }
  | { readonly kind: 'assign-ticket'; readonly ticketId: string; readonly agentId: string | null }
  | {
      readonly kind: 'change-status'
      readonly ticketId: string
      readonly to: TicketStatus
      readonly reason: string | null
      /** Epoch ms. */
      readonly until: number | null
    }
  /** Makes a topic anew that was deleted at Telegram. */
  | { readonly kind: 'recreate-topic'; readonly ticketId: string }
  | { readonly kind: 'change-priority'; readonly ticketId: string; readonly priority: TicketPriority }
  | { readonly kind: 'rename-ticket'; readonly ticketId: string; readonly title: string }
  | {
      readonly kind: 'queue-reply'
      readonly ticketId: string
      /** From {@link outboxIdOf}: the same twice is the same reply. */
      readonly outboxId: string
      readonly text: string
      readonly entities: readonly Entity[]
      readonly files: readonly OutgoingFile[]
      /** Item id of the message it answers. */
      readonly replyTo: string | null
      readonly after: 'nothing' | 'wait' | 'resolve'
      readonly seenPosition: number
      readonly force: boolean
    }
  /** Changes the words of a reply that arrived, for the customer too. */
  | {
      readonly kind: 'edit-reply'
      readonly ticketId: string
      readonly outboxId: string
      readonly text: string
      readonly entities: readonly Entity[]
    }
  /** Deletes a reply that arrived, for the customer too. */
  | { readonly kind: 'delete-reply'; readonly ticketId: string; readonly outboxId: string }
  | { readonly kind: 'add-note'; readonly ticketId: string; readonly noteId: string; readonly text: string }
  | { readonly kind: 'retry-reply' | 'discard-reply'; readonly ticketId: string; readonly outboxId: string }
  | { readonly kind: 'see-ticket'; readonly ticketId: string; readonly position: number }
  | {
      readonly kind: 'save-draft'
      readonly ticketId: string
      readonly mode: 'reply' | 'note'
      readonly text: string
      readonly replyTo: string | null
      /** All files of the draft; absent leaves them as they are. */
      readonly files?: readonly OutgoingFile[]
    }
  | { readonly kind: 'change-settings'; readonly patch: SettingsPatch }
  | { readonly kind: 'follow-group'; readonly group: FollowedGroup }
  | { readonly kind: 'leave-group'; readonly groupId: string }
  /** Puts a private chat on the desk, with a ticket of its own if none is open (R29, R31). */
  | { readonly kind: 'open-chat'; readonly accountId: string; readonly person: Person }
  | { readonly kind: 'leave-chat'; readonly accountId: string; readonly personId: string }
  | { readonly kind: 'change-contact'; readonly contact: ContactPatch }

/** What the world outside tells the desk. */
export type DeskIntent =
  | { readonly kind: 'receive-delivery'; readonly delivery: TelegramDelivery }
  | {
      /** Time has come for these; the desk's agenda names them, so that no rule looks at every ticket. */
      readonly kind: 'pass-time'
      readonly ticketIds: readonly string[]
    }
  | { readonly kind: 'note-attempt'; readonly outboxId: string }
  | {
      readonly kind: 'note-sent'
      readonly outboxId: string
      readonly number: number | null
      readonly sentAt: Iso
      readonly media: IncomingMessage['media']
    }
  | {
      readonly kind: 'note-failure'
      readonly outboxId: string
      readonly reason: string
      readonly uncertain: boolean
      /** Because the topic it was for is not there any more. */
      readonly isTopicGone?: true
    }
  | { readonly kind: 'sign-in'; readonly account: Account }
  | {
      readonly kind: 'sign-out'
      readonly accountId: string
      readonly reason: 'by-agent' | 'by-telegram' | 'session-unreadable'
    }

/** All that may be asked of the desk; {@link take} decides what follows from it. */
export type Intent = AgentIntent | DeskIntent

/** The intent of one kind. */
export type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>

/** An intent with who wants it and when; both are given, never looked up. */
export interface Asked<I extends Intent = Intent> {
  readonly intent: I
  readonly by: Actor
  /** Epoch ms. */
  readonly at: number
}

/** What `decide` may look up beside the state: messages stay in the journal. Reads only, no waiting. */
export interface KnownMessages {
  /** Events of one conversation before a position, newest first. Reads the disk: for a recap, and seldom things of a staff group. */
  read(
    conversationId: string,
    options: { readonly before?: number; readonly limit: number },
  ): readonly Recorded[]
  /** Where a message is, or null if it was never received. */
  find(chatId: string, number: number): { readonly conversationId: string; readonly ticketId: string } | null
  /**
   * Its newest text and files, or null if it was never received; `media` is null where its files are not known. Reads
   * the disk: for edits only.
   */
  latest(
    chatId: string,
    number: number,
  ): {
    readonly text: string
    readonly entities: readonly Entity[]
    readonly media: readonly StoredMedia[] | null
    readonly position: number
  } | null
}
