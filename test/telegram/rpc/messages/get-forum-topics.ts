import { Api } from 'telegram'
import { Mentioned } from '../../view/mentioned'
import { tlMessage } from '../../view/message'
import { tlTopic } from '../../view/topic'
import type { Group, Topic } from '../../world/group'
import { type Call, method } from '../method'
import { findForum } from './find-peer'

const MOST = 100

function forumTopics({ world, me }: Call, group: Group, found: readonly (Topic | number)[], count: number) {
  const mentioned = new Mentioned(world, me.id).group(group.id)
  const tops = found.flatMap((topic) => {
    if (typeof topic === 'number') return []
    mentioned.user(topic.by)
    const top = group.messages.get(topic.messageIds.at(-1) ?? 0)
    return top === undefined ? [] : [top]
  })
  for (const top of tops) mentioned.message(top)
  return new Api.messages.ForumTopics({
    count,
    topics: found.map((topic) =>
      typeof topic === 'number' ? new Api.ForumTopicDeleted({ id: topic }) : tlTopic(group, topic, me.id),
    ),
    messages: tops.map((message) => tlMessage(message, me.id)),
    chats: mentioned.chats,
    users: mentioned.users,
    pts: group.pts,
  })
}

function lastActive(topic: Topic): number {
  return topic.messageIds.at(-1) ?? topic.id
}

/**
 * core.telegram.org/method/messages.getForumTopics. Pinned first, then by the
 * newest message; a page starts behind the topic and message it is given.
 */
export const getForumTopics = method(Api.messages.GetForumTopics, 'people', (call, request) => {
  const { group } = findForum(call, request.peer)
  const wanted = request.q?.toLowerCase() ?? ''
  const all = [...group.topics.values()]
    .filter((topic) => !topic.isDeleted && topic.title.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || lastActive(b) - lastActive(a))
  const from = request.offsetTopic > 0 ? all.findIndex(({ id }) => id === request.offsetTopic) + 1 : 0
  const page = all.slice(from, from + Math.min(MOST, Math.max(1, request.limit)))
  return forumTopics(call, group, page, all.length)
})

/** core.telegram.org/method/messages.getForumTopicsByID. What is not there comes back as deleted. */
export const getForumTopicsById = method(Api.messages.GetForumTopicsByID, 'people', (call, request) => {
  const { group } = findForum(call, request.peer)
  const found = request.topics.map((id) => {
    const topic = group.topics.get(id)
    return topic === undefined || topic.isDeleted ? id : topic
  })
  return forumTopics(call, group, found, found.length)
})
