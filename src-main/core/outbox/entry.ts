import type { Entity } from '../../../src-preload/contract/conversation'

/** A file to send, already copied into the profile; `path` is relative to the profile's outgoing folder. */
export interface OutgoingFile {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly mime: string
  readonly sizeBytes: number
}

/** What waits to go to Telegram. In the journal before it is sent, gone from the state once it is there. */
export type OutboxEntry = {
  /** Also the random_id: resending with it cannot double (telegram.md B.1, 4). */
  readonly id: string
  /** Order within a conversation is the order of `seq`. */
  readonly seq: number
  readonly ticketId: string
  readonly conversationId: string
  readonly chatId: string
  readonly topicId: number
  readonly queuedAt: number
  readonly state:
    | { readonly kind: 'held'; readonly until: number }
    | { readonly kind: 'queued' }
    /** Handed to Telegram at least once: it may be there already. */
    | { readonly kind: 'attempted'; readonly firstAt: number }
    | { readonly kind: 'failed'; readonly reason: string; readonly uncertain: boolean }
} & (
  | {
      readonly kind: 'reply'
      readonly text: string
      readonly entities: readonly Entity[]
      readonly files: readonly OutgoingFile[]
      readonly replyTo: number | null
      readonly after: 'nothing' | 'wait' | 'resolve'
      /** Who wrote it; absent for the account that is signed in. */
      readonly authorId?: string
    }
  | { readonly kind: 'topic-task'; readonly task: 'close' | 'reopen' }
)
