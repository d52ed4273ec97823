import type { ChatEvent, SeqEvent } from './events'
import type { Message } from './message'

/** What this account has seen of one conversation in its box: a private chat or a basic group. */
export interface BoxChat {
  readonly messageIds: number[]
  readInboxMaxId: number
  readOutboxMaxId: number
}

/** What only bots have (core.telegram.org/bots/features). */
export interface BotSide {
  token: string
  /** With privacy on it sees in groups only what is addressed to it, unless it is an administrator. */
  hasPrivacy: boolean
  mayJoinGroups: boolean
  commands: readonly { readonly command: string; readonly description: string }[]
}

/** Something that counts in qts, the third sequence (core.telegram.org/api/updates). */
export interface QtsEvent {
  readonly qts: number
  readonly at: number
  readonly userId: number
  readonly stopped: boolean
}

/**
 * One person or bot. Private messages live in a *box* of one's own: each side
 * has its own copy with its own id, counted by its own pts
 * (core.telegram.org/api/updates#message-related-event-sequences).
 */
export interface Account {
  readonly id: number
  readonly accessHash: bigint
  firstName: string
  lastName: string | null
  username: string | null
  phone: string | null
  /** Null for people. */
  readonly bot: BotSide | null
  /** Two-step verification; null where it is off. */
  password: { readonly text: string; readonly hint: string } | null
  languageCode: string | null
  /** The data centre where one has to sign in; null lets any do. */
  homeDc: number | null
  isDeactivated: boolean
  online: boolean
  /** Who may see the phone number; nobody but oneself, unless told. */
  phoneShownTo: 'everybody' | ReadonlySet<number>
  /** Forwards of one's messages tell the name, but do not lead here. */
  hidesInForwards: boolean
  /** What this account calls people in its address book; to it they have no other name. */
  readonly contacts: Map<number, { readonly firstName: string; readonly lastName: string | null }>
  /** Whom this account does not want to hear from. */
  readonly blocked: Set<number>
  readonly box: {
    pts: number
    nextMessageId: number
    readonly messages: Map<number, Message>
    /** By the other one's id. */
    readonly chats: Map<number, BoxChat>
    /** By the basic group's id. */
    readonly basicGroups: Map<number, BoxChat>
    readonly log: ChatEvent[]
  }
  /** Updates that have no pts, kept for `getDifference`. */
  readonly seqLog: SeqEvent[]
  qts: number
  readonly qtsLog: QtsEvent[]
}

export function fullName(account: Account): string {
  return account.lastName === null ? account.firstName : `${account.firstName} ${account.lastName}`
}

/** Bots learn less: core.telegram.org/bots/features. */
export function isBot(account: Account): boolean {
  return account.bot !== null
}
