import { Api } from 'telegram'
import { seconds } from '../clock'
import { given, long } from '../tl/values'
import type { Action, ChatRef, Forward, Message } from '../world/message'
import { tlEntities } from './entities'
import { tlMarkup } from './markup'
import { tlMedia } from './media'
import { basicPeer, groupPeer, userPeer } from './peers'

export function peerOf(chat: ChatRef): Api.TypePeer {
  if (chat.kind === 'group') return groupPeer(chat.id)
  return chat.kind === 'basic' ? basicPeer(chat.id) : userPeer(chat.userId)
}

/** A message as `me` gets it. */
export function tlMessage(message: Message, me: number): Api.Message | Api.MessageService {
  const common = {
    id: message.id,
    out: message.from === me,
    // In a private chat the peer tells who wrote what comes in, as on the real service.
    fromId: message.chat.kind === 'private' && message.from !== me ? undefined : userPeer(message.from),
    peerId: peerOf(message.chat),
    replyTo: replyHeader(message),
    date: seconds(message.at),
  }
  if (message.action !== null) {
    return new Api.MessageService(given({ ...common, action: tlAction(message.action) }))
  }
  return new Api.Message(
    given({
      ...common,
      message: message.text,
      entities: message.entities.length === 0 ? undefined : tlEntities(message.entities),
      media: message.media === null ? undefined : tlMedia(message.media),
      editDate: message.editedAt === null ? undefined : seconds(message.editedAt),
      groupedId: message.groupedId === null ? undefined : long(message.groupedId),
      fwdFrom: message.forward === null ? undefined : forwardHeader(message.forward),
      replyMarkup: message.markup === null ? undefined : tlMarkup(message.markup),
    }),
  )
}

function forwardHeader(forward: Forward): Api.MessageFwdHeader {
  const author = forward.userId === null ? { fromName: forward.name } : { fromId: userPeer(forward.userId) }
  return new Api.MessageFwdHeader({ ...author, date: seconds(forward.at) })
}

/**
 * How a message says which topic it is in (core.telegram.org/api/threads,
 * core.telegram.org/api/forum): a plain one "replies" to the topic's first
 * message; an answer names both. General has no header of its own, nor has the
 * message that made the topic.
 */
function replyHeader(message: Message): Api.MessageReplyHeader | undefined {
  const { replyTo, topicId } = message
  if (message.action?.kind === 'topic-created') return undefined
  const inTopic = topicId !== null && topicId !== 1
  if (!inTopic) return replyTo === null ? undefined : new Api.MessageReplyHeader({ replyToMsgId: replyTo })
  if (replyTo === null || replyTo === topicId) {
    return new Api.MessageReplyHeader({ forumTopic: true, replyToMsgId: topicId })
  }
  return new Api.MessageReplyHeader({ forumTopic: true, replyToMsgId: replyTo, replyToTopId: topicId })
}

function tlAction(action: Action): Api.TypeMessageAction {
  switch (action.kind) {
    case 'group-created':
      return new Api.MessageActionChannelCreate({ title: action.title })
    case 'topic-created':
      return new Api.MessageActionTopicCreate(
        given({
          title: action.title,
          iconColor: action.iconColor,
          iconEmojiId: action.iconEmojiId === undefined ? undefined : long(action.iconEmojiId),
        }),
      )
    case 'topic-edited':
      return new Api.MessageActionTopicEdit(
        given({
          title: action.title,
          closed: action.closed,
          hidden: action.hidden,
          iconEmojiId: action.iconEmojiId === undefined ? undefined : long(action.iconEmojiId),
        }),
      )
    case 'members-added':
      return new Api.MessageActionChatAddUser({ users: action.userIds.map((userId) => long(userId)) })
    case 'member-left':
      return new Api.MessageActionChatDeleteUser({ userId: long(action.userId) })
    case 'joined-by-link':
      return new Api.MessageActionChatJoinedByLink({ inviterId: long(action.inviterId) })
    case 'basic-created':
      return new Api.MessageActionChatCreate({
        title: action.title,
        users: action.userIds.map((userId) => long(userId)),
      })
    case 'migrated-to':
      return new Api.MessageActionChatMigrateTo({ channelId: long(action.groupId) })
    case 'migrated-from':
      return new Api.MessageActionChannelMigrateFrom({ title: action.title, chatId: long(action.basicId) })
  }
}
