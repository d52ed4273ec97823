import type { Entity, Media } from '../../../src-preload/contract/conversation'

/** A time in the journal: ISO 8601, UTC. */
export type Iso = string

/**
 * Names a message everywhere in the desk: `chatId/messageId`. Telegram's message ids are unique per chat
 * only (T1), so the chat is part of the name.
 */
export type MessageId = string

/** Where a file is at Telegram. The adapter alone reads `locator`; it may age, and is refetched by message. */
export interface StoredMedia extends Media {
  readonly locator: string
}

/** A person as Telegram names them. Renames follow by {@link PersonFact}. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly username: string | null
  readonly isBot: boolean
}

/** A message as it came from Telegram, in the desk's words. */
export interface IncomingMessage {
  readonly chatId: string
  /** Topic id; General is 1 (telegram.md B.4). */
  readonly topicId: number
  /** Number of the message within its chat; grows with time. */
  readonly number: number
  readonly senderId: string
  /** Sent from the account this desk is signed in with, by whatever app. */
  readonly isOwn: boolean
  /** The random_id if it was this desk's send (core.telegram.org/method/messages.sendMessage). */
  readonly randomId: string | null
  readonly sentAt: Iso
  readonly text: string
  readonly entities: readonly Entity[]
  readonly media: readonly StoredMedia[]
  readonly albumId: string | null
  /** Number of the message it answers, in the same chat. */
  readonly replyTo: number | null
}

export function messageId(chatId: string, number: number): MessageId {
  return `${chatId}/${number}`
}

/** Names a topic's conversation: `chatId/topicId`. */
export function conversationId(chatId: string, topicId: number): string {
  return `${chatId}:${topicId}`
}

/** The chat a conversation is in. */
export function conversationChat(conversation: string): string {
  return conversation.slice(0, conversation.lastIndexOf(':'))
}
