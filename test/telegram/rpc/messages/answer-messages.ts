import { Api } from 'telegram'
import { given } from '../../tl/values'
import { Mentioned } from '../../view/mentioned'
import { tlMessage } from '../../view/message'
import { tlTopic } from '../../view/topic'
import type { Group, Topic } from '../../world/group'
import type { Message } from '../../world/message'
import type { Call } from '../method'

/** The topics that messages lie in: some clients ask again and again until they are told. */
function topicsOf(group: Group, messages: readonly Message[]): Topic[] {
  if (!group.isForum) return []
  const ids = new Set(messages.map(({ topicId }) => topicId ?? 1))
  return [...ids].flatMap((id) => group.topics.get(id) ?? []).filter(({ isDeleted }) => !isDeleted)
}

/** Messages of a group, with the pts at which they were read. */
export function groupMessages(
  { world, me }: Call,
  group: Group,
  messages: readonly Message[],
  count: number,
): Api.messages.ChannelMessages {
  const mentioned = new Mentioned(world, me.id).group(group.id)
  for (const message of messages) mentioned.message(message)
  const topics = topicsOf(group, messages)
  for (const { by } of topics) mentioned.user(by)
  return new Api.messages.ChannelMessages({
    pts: group.pts,
    count,
    messages: messages.map((message) => tlMessage(message, me.id)),
    topics: topics.map((topic) => tlTopic(group, topic, me.id)),
    chats: mentioned.chats,
    users: mentioned.users,
  })
}

/** Messages of a private chat: a slice, if there are more, and how many are newer than it. */
export function privateMessages(
  { world, me }: Call,
  messages: readonly Message[],
  count: number,
  newer?: number,
) {
  const mentioned = new Mentioned(world, me.id)
  for (const message of messages) mentioned.message(message)
  const found = {
    messages: messages.map((message) => tlMessage(message, me.id)),
    topics: [],
    chats: mentioned.chats,
    users: mentioned.users,
  }
  return count > messages.length
    ? new Api.messages.MessagesSlice(given({ ...found, count, offsetIdOffset: newer }))
    : new Api.messages.Messages(found)
}
