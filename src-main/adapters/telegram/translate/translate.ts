import type { Api } from 'telegram'
import { type IncomingMessage, noTopic, privateChat } from '../../../core/conversation/message'
import type { TelegramFact } from '../../../core/desk/facts'
import { tl } from '../library'
import { contentOf } from './content'
import { entitiesOf } from './entities'
import { mediaOf } from './media'
import { personIdOf } from './people'

/** What translating needs to know besides the message. */
export interface Reader {
  /** The account this desk is signed in with. */
  readonly selfId: string
  /** The random_id of an own send, by message number. */
  randomIdOf(number: number): string | null
}

/** Seconds as Telegram counts, in the journal's form. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

/** The topic of a message; General is 1 (telegram.md B.4). The message that opened a topic is its id. */
export function topicOf(message: Api.Message | Api.MessageService): number {
  if (message.action instanceof tl.MessageActionTopicCreate) return message.id
  const reply = message.replyTo
  if (!(reply instanceof tl.MessageReplyHeader) || !reply.forumTopic) return 1
  return reply.replyToTopId ?? reply.replyToMsgId ?? 1
}

/** The chat a message is in, as the desk names it; null if it is neither in a supergroup nor with another person. */
export function chatIdOf(message: Api.TypeMessage, { selfId }: Reader): string | null {
  const peer = message.peerId
  if (peer instanceof tl.PeerChannel) return peer.channelId.toString()
  if (!(peer instanceof tl.PeerUser) || peer.userId.toString() === selfId) return null
  return privateChat(selfId, peer.userId.toString())
}

/** In a private chat only an own message names who wrote it, and not always. */
function senderOf({ fromId, out, peerId }: Api.Message | Api.MessageService, { selfId }: Reader): string {
  if (fromId) return personIdOf(fromId)
  return out === true && !(peerId instanceof tl.PeerChannel) ? selfId : personIdOf(peerId)
}

function isOwn(message: Api.Message | Api.MessageService, reader: Reader): boolean {
  return message.out === true || senderOf(message, reader) === reader.selfId
}

function incoming(message: Api.Message, chatId: string, reader: Reader): IncomingMessage {
  const reply = message.replyTo instanceof tl.MessageReplyHeader ? message.replyTo : null
  const topicId = message.peerId instanceof tl.PeerChannel ? topicOf(message) : noTopic
  const answers = reply?.replyToMsgId ?? null
  const own = isOwn(message, reader)
  const senderId = senderOf(message, reader)
  const content = contentOf(message.media, senderId, message.date)
  return {
    chatId,
    topicId,
    number: message.id,
    senderId,
    isOwn: own,
    randomId: own ? reader.randomIdOf(message.id) : null,
    sentAt: isoOf(message.date),
    text: message.message,
    entities: entitiesOf(message.entities),
    media: mediaOf(message.media),
    albumId: message.groupedId?.toString() ?? null,
    // Every message of a topic "answers" the one that opened it; only another one is an answer people see.
    replyTo: answers === null || answers === topicId || reply?.replyToPeerId ? null : answers,
    ...(content ? { content } : {}),
  }
}

/** A new message, or something that was done to its topic. Null for what the desk does not show. */
export function factOfNew(message: Api.TypeMessage, reader: Reader): TelegramFact | null {
  const chatId = chatIdOf(message, reader)
  if (chatId === null) return null
  if (message instanceof tl.Message) return { kind: 'message', message: incoming(message, chatId, reader) }
  if (!(message instanceof tl.MessageService)) return null
  const by = senderOf(message, reader)
  const at = isoOf(message.date)
  const topicId = topicOf(message)
  const { action } = message
  if (action instanceof tl.MessageActionTopicCreate) {
    return { kind: 'topic-created', chatId, topicId, title: action.title, by, at }
  }
  if (action instanceof tl.MessageActionTopicEdit) {
    if (typeof action.title !== 'string' && typeof action.closed !== 'boolean') return null
    return {
      kind: 'topic-changed',
      chatId,
      topicId,
      number: message.id,
      ...(typeof action.title === 'string' ? { title: action.title } : {}),
      ...(typeof action.closed === 'boolean' ? { closed: action.closed } : {}),
      by,
      isOwn: isOwn(message, reader),
      at,
    }
  }
  return null
}

/** An edited message. Telegram repeats it for reactions and previews; the desk compares. */
export function factOfEdit(message: Api.TypeMessage, reader: Reader): TelegramFact | null {
  const chatId = chatIdOf(message, reader)
  if (chatId === null || !(message instanceof tl.Message)) return null
  return {
    kind: 'message-edited',
    message: incoming(message, chatId, reader),
    editedAt: isoOf(message.editDate ?? message.date),
  }
}
