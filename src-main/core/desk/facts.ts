import type { Tally } from '../../../src-preload/contract/evidence'
import type { IncomingMessage, Iso, Person } from '../conversation/message'

/**
 * What Telegram told us, in the desk's words and in Telegram's order. Produced by `adapters/telegram` only;
 * turned into events by {@link decide}. A fact told twice must change nothing the second time.
 */
export type TelegramFact =
  | {
      readonly kind: 'message'
      readonly message: IncomingMessage
      /** Said before the chat came to the desk. */
      readonly isContext?: true
    }
  | {
      readonly kind: 'message-edited'
      readonly message: IncomingMessage
      /** When it was edited; Telegram repeats edits for reactions and previews with the same text. */
      readonly editedAt: Iso
    }
  | {
      readonly kind: 'messages-deleted'
      readonly chatId: string
      readonly numbers: readonly number[]
      readonly at: Iso
    }
  | {
      readonly kind: 'topic-created'
      readonly chatId: string
      readonly topicId: number
      readonly title: string
      readonly by: string
      readonly at: Iso
    }
  | {
      readonly kind: 'topic-changed'
      readonly chatId: string
      readonly topicId: number
      /** Number of the service message that told it. */
      readonly number: number
      readonly title?: string
      readonly closed?: boolean
      readonly by: string
      /** Done by the account this desk is signed in with: our own echo (C12). */
      readonly isOwn: boolean
      readonly at: Iso
    }
  | { readonly kind: 'topic-deleted'; readonly chatId: string; readonly topicId: number; readonly at: Iso }
  | {
      /** Customers have read our replies in a topic up to this message. */
      readonly kind: 'topic-read'
      readonly chatId: string
      readonly topicId: number
      readonly upTo: number
    }
  | {
      /** A customer pressed a button under a message of the bot; Telegram was answered already. */
      readonly kind: 'button-pressed'
      readonly chatId: string
      readonly personId: string
      /** Number of the message the button is under. */
      readonly number: number
      /** What the button carries, at most 64 bytes. */
      readonly data: string
      /** Names the press; the same press told twice is one. */
      readonly pressId: string
      readonly at: Iso
    }
  | {
      /** A customer blocked the bot, or let it in again. */
      readonly kind: 'bot-blocked'
      readonly chatId: string
      readonly isBlocked: boolean
      readonly at: Iso
    }
  | {
      /** A group became a supergroup: from now on it is known by another id (T8). */
      readonly kind: 'group-migrated'
      readonly from: string
      readonly to: string
      readonly at: Iso
    }
  | {
      /** Who belongs to the team: the group's admins and the account that reads it. Whole, not a difference. */
      readonly kind: 'team'
      readonly groupId: string
      readonly agents: readonly Person[]
    }

/**
 * What Telegram told and the desk could not take in, for a defect of its own; all else went on without it. What it
 * says is kept nowhere here: messages are read from Telegram once more when somebody asks.
 */
export interface SetAside {
  /** Stable: the same told again is the same. */
  readonly id: string
  readonly accountId: string
  /** Null: who somebody is. */
  readonly what: TelegramFact['kind'] | null
  /** As in the fact; null for what is about no chat. */
  readonly chatId: string | null
  /** Numbers of the messages in that chat; none if Telegram tells it only once. */
  readonly numbers: readonly number[]
  /** Said before the chat came to the desk. */
  readonly isContext?: true
  /** The kind of the error, without its words. */
  readonly error: string
}

/** What was set aside and is dealt with. */
export interface TakenUp {
  readonly id: string
  /** It cannot be read again: it is only not spoken of any more, and stays missing. */
  readonly isGivenUp?: true
}

/** What the adapter counts of its stream. */
export type StreamTally = Pick<Tally, 'duplicates' | 'recovered' | 'gapsFound' | 'gapsClosed'>

/**
 * One ordered step of Telegram's stream. `facts`, `people` and `marks` are committed together or not at all
 * (telegram.md B.2), so after any crash the stream goes on exactly behind what the journal holds.
 */
export interface TelegramDelivery {
  readonly facts: readonly TelegramFact[]
  /** People met in this step, new or renamed. */
  readonly people: readonly Person[]
  /** The account that read it. */
  readonly accountId: string
  /** What is to be counted as evidence besides what the facts lead to (R150); absent for nothing. */
  readonly tally?: Partial<StreamTally>
  /** The adapter's own memory: how far it has read (pts and such), known peers. Null forgets a mark. */
  readonly marks: Readonly<Record<string, string | null>>
  /** What could not be taken in, told instead of it. */
  readonly setAside?: readonly SetAside[]
  /** What was set aside and is in now, by the facts of this step. */
  readonly takenUp?: readonly TakenUp[]
}
