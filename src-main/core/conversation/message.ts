import type { Content, Entity, Media } from '../../../src-preload/contract/conversation'

/** A time in the journal: ISO 8601, UTC. */
export type Iso = string

/**
 * Names a message everywhere in the desk: `chatId/messageId`. Telegram's message ids are unique per chat
 * only (T1), so the chat is part of the name.
 */
export type MessageId = string

/** Where a file is at Telegram. The adapter alone reads `locator`; it may age, and is refetched by message. */
export interface StoredMedia extends Omit<Media, 'kind'> {
  /** `unsupported`: in journals from before {@link Content}, what is no file and could not be shown. */
  readonly kind: Media['kind'] | 'unsupported'
  readonly locator: string
}

/** A person as Telegram names them. Renames follow by {@link PersonFact}. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly username: string | null
  readonly isBot: boolean
  /** Language tag that Telegram tells bots of; absent if unknown. */
  readonly language?: string
  /** Their account at Telegram is gone. */
  readonly isDeleted?: boolean
  /** The name is the one in the address book of the account that told it. */
  readonly isSavedName?: boolean
}

/** A message as it came from Telegram, in the desk's words. */
export interface IncomingMessage {
  /** A group's id, or {@link privateChat}. */
  readonly chatId: string
  /** Topic id; General is 1 (telegram.md B.4). {@link noTopic} in a private chat. */
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
  /** Absent for none; {@link contentOf} reads it. */
  readonly content?: Content
}

/** Names a message within its numbering: a group, or all private chats of an account (T1). */
export function messageId(chatId: string, number: number): MessageId {
  return `${messageBox(chatId)}/${number}`
}

/** The number in a message's name. */
export function numberIn(id: MessageId): number {
  return Number(id.slice(id.lastIndexOf('/') + 1))
}

/** The topic id of a chat without topics. */
export const noTopic = 0

/**
 * The chat id of a private chat: `accountId.personId`. Each account numbers the messages of all its private chats
 * together, so the account belongs to the name (T1).
 */
export function privateChat(accountId: string, personId: string): string {
  return `${accountId}.${personId}`
}

/** Who a private chat is between; null for a group. */
export function privateChatOf(
  chatId: string,
): { readonly accountId: string; readonly personId: string } | null {
  const dot = chatId.indexOf('.')
  return dot < 0 ? null : { accountId: chatId.slice(0, dot), personId: chatId.slice(dot + 1) }
}

/**
 * Within what a message's number is unique: a group, or all private chats of an account (`accountId.`). Deletions in
 * private chats name no chat, only this.
 */
export function messageBox(chatId: string): string {
  return chatId.slice(0, chatId.indexOf('.') + 1) || chatId
}

/** Names a topic's conversation: `chatId/topicId`. */
export function conversationId(chatId: string, topicId: number): string {
  return `${chatId}:${topicId}`
}

/** The chat a conversation is in. */
export function conversationChat(conversation: string): string {
  return conversation.slice(0, conversation.lastIndexOf(':'))
}

/** The topic a conversation is named by. */
export function topicIn(conversation: string): number {
  return Number(conversation.slice(conversation.lastIndexOf(':') + 1))
}

/** What a message is part of that is no reply: a command to the desk, written in the staff group. */
export const noReply = ''

/** The chat a reply arrived in. */
export function sentChat(sent: { readonly conversationId: string; readonly chatId?: string }): string {
  return sent.chatId ?? conversationChat(sent.conversationId)
}
