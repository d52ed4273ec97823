import type { ChatEvent, SeqEvent } from './events'
import type { Message } from './message'

/** What this account has seen of one private chat. */
export interface PrivateChat {
  readonly userId: number
  readonly messageIds: number[]
  readInboxMaxId: number
  readOutboxMaxId: number
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
  readonly phone: string | null
  readonly botToken: string | null
  /** Two-step verification; null where it is off. */
  password: { readonly text: string; readonly hint: string } | null
  languageCode: string | null
  isDeactivated: boolean
  online: boolean
  readonly box: {
    pts: number
    nextMessageId: number
    readonly messages: Map<number, Message>
    readonly chats: Map<number, PrivateChat>
    readonly log: ChatEvent[]
  }
  /** Updates that have no pts, kept for `getDifference`. */
  readonly seqLog: SeqEvent[]
}

export function fullName(account: Account): string {
  return account.lastName === null ? account.firstName : `${account.firstName} ${account.lastName}`
}

/** Bots learn less: core.telegram.org/bots/features. */
export function isBot(account: Account): boolean {
  return account.botToken !== null
}
