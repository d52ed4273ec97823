import type { Api } from 'telegram'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { marks } from '../marks'
import type { GroupPeer } from '../peers/group'
import { personIdOf } from '../translate/people'
import { factOfNew, isoOf } from '../translate/translate'
import type { Draft } from './draft'
import type { GroupReading } from './group-reading'

/** Tells the desk of a topic as it stands. */
export function addTopic(topic: Api.ForumTopic, groupId: string, draft: Draft): void {
  const by = personIdOf(topic.fromId)
  const at = isoOf(topic.date)
  draft.facts.push({ kind: 'topic-created', chatId: groupId, topicId: topic.id, title: topic.title, by, at })
  draft.marks[marks.topic(groupId, topic.id)] = '1'
}

/**
 * Finds out about one topic and tells the desk. A bot may not list topics (telegram.md B.5), but may read the
 * message that opened one; its title is then as of that day.
 */
export async function learnTopic(topicId: number, reading: GroupReading, draft: Draft): Promise<void> {
  const { ask, group } = reading
  const { groupId, reader } = reading.followed
  if (!reading.isBot) {
    const found = await ask(new tl.messages.GetForumTopicsByID({ peer: group.peer, topics: [topicId] }))
    draft.meet(found.users, found.chats)
    const topic = found.topics[0]
    if (topic instanceof tl.ForumTopic) return addTopic(topic, groupId, draft)
  }
  const read = await ask(
    new tl.channels.GetMessages({ channel: group.channel, id: [new tl.InputMessageID({ id: topicId })] }),
  )
  const message = 'messages' in read ? read.messages[0] : undefined
  if ('users' in read) draft.meet(read.users, read.chats)
  const fact = message ? factOfNew(message, reader) : null
  draft.marks[marks.topic(groupId, topicId)] = '1'
  if (fact?.kind === 'topic-created') draft.facts.push(fact)
  else {
    const by =
      message instanceof tl.Message && message.fromId ? personIdOf(message.fromId) : `group:${groupId}`
    const at = message instanceof tl.Message ? isoOf(message.date) : isoOf(0)
    draft.facts.push({ kind: 'topic-created', chatId: groupId, topicId, title: `Topic ${topicId}`, by, at })
  }
}

/** All topics of a group, newest activity first, a page at a time. For users only. */
export async function* allTopics(ask: Ask, group: GroupPeer): AsyncGenerator<Api.messages.TypeForumTopics> {
  let offset = { date: 0, id: 0, topic: 0 }
  for (;;) {
    const page = await ask(
      new tl.messages.GetForumTopics({
        peer: group.peer,
        offsetDate: offset.date,
        offsetId: offset.id,
        offsetTopic: offset.topic,
        limit: 100,
      }),
    )
    yield page
    const last = page.topics.filter((topic) => topic instanceof tl.ForumTopic).pop()
    if (!last || page.topics.length < 100) return
    const top = page.messages.find((message) => message.id === last.topMessage)
    const date = top && 'date' in top && typeof top.date === 'number' ? top.date : last.date
    if (last.id === offset.topic) return
    offset = { date, id: last.topMessage, topic: last.id }
  }
}
