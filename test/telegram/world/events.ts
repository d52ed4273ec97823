import type { QtsEvent } from './account'
import type { ChatRef, Message } from './message'

/** A conversation that lies in boxes: not a supergroup. */
export type BoxRef = Exclude<ChatRef, { readonly kind: 'group' }>

/** Whose sequence an event belongs to: a group's, or the box of one account. */
export type Sequence =
  | { readonly kind: 'group'; readonly groupId: number }
  | { readonly kind: 'box'; readonly userId: number }

/**
 * Something that counts in a pts sequence. A sequence has no gaps: an event's
 * `pts` is the one before it plus its own `ptsCount` (core.telegram.org/api/updates).
 */
export interface ChatEvent {
  readonly pts: number
  readonly ptsCount: number
  readonly at: number
  readonly by: number
  readonly change:
    | { readonly kind: 'new'; readonly message: Message }
    | { readonly kind: 'edited'; readonly message: Message }
    | { readonly kind: 'deleted'; readonly ids: readonly number[] }
    | {
        readonly kind: 'read-inbox'
        readonly chat: BoxRef
        readonly maxId: number
        readonly stillUnread: number
      }
    | { readonly kind: 'read-outbox'; readonly chat: BoxRef; readonly maxId: number }
}

/** Passing news: not counted by any pts. Typing is never repeated; the rest is, by `getDifference`. */
export type Passing =
  | {
      readonly kind: 'typing'
      readonly groupId: number
      readonly topicId: number | null
      readonly userId: number
    }
  | { readonly kind: 'typing-private'; readonly userId: number }
  | { readonly kind: 'group-changed'; readonly groupId: number }
  | {
      readonly kind: 'read-topic'
      readonly groupId: number
      readonly topicId: number
      readonly maxId: number
    }
  | {
      readonly kind: 'read-group'
      readonly groupId: number
      readonly maxId: number
      readonly stillUnread: number
      readonly pts: number
    }
  | {
      readonly kind: 'others-read-topic'
      readonly groupId: number
      readonly topicId: number
      readonly maxId: number
    }
  | { readonly kind: 'others-read-group'; readonly groupId: number; readonly maxId: number }
  | { readonly kind: 'status'; readonly userId: number; readonly online: boolean }
  | { readonly kind: 'typing-basic'; readonly basicId: number; readonly userId: number }
  | { readonly kind: 'basic-changed'; readonly basicId: number }
  /** Another name or username. */
  | { readonly kind: 'user-renamed'; readonly userId: number }
  /** Anything else about somebody: a deleted account, a phone number that may be seen. */
  | { readonly kind: 'user-changed'; readonly userId: number }
  | { readonly kind: 'peer-blocked'; readonly userId: number; readonly blocked: boolean }
  /** For bots: somebody blocked it or took that back. Counts in qts. */
  | ({ readonly kind: 'bot-stopped' } & QtsEvent)
  /** For bots: somebody pressed a button. */
  | { readonly kind: 'button-pressed'; readonly queryId: bigint; readonly userId: number }

export interface SeqEvent {
  readonly at: number
  readonly news: Passing
}

/** What the world tells whoever listens: the deliverer of updates and the record. */
export type WorldEvent =
  | { readonly kind: 'counted'; readonly sequence: Sequence; readonly event: ChatEvent }
  | { readonly kind: 'passing'; readonly to: readonly number[]; readonly news: Passing }
