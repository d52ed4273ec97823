import type { Account } from '../../../../src-preload/contract/session'
import type { Person } from '../../../core/conversation/message'
import { endsSession, hidesGroup, isUnanswered } from '../errors'
import { long, tl } from '../library'
import { marks } from '../marks'
import { personOf } from '../translate/people'
import { Draft, deliveryMaxFacts } from './draft'
import type { GroupReading } from './group-reading'
import { addMessage } from './interpret'
import { addTopic, allTopics } from './topics'

/** How many messages of an open topic are read when a group is chosen. */
const historyPerTopic = 100

/**
 * Who answers for the team: the group's admins, this account, and the group itself, as which admins may write
 * without their name.
 */
export async function readTeam(reading: GroupReading, account: Account): Promise<Draft> {
  const { id, name, username, kind } = account
  const self: Person = { id, name, username, isBot: kind === 'bot' }
  const draft = new Draft()
  const found = await reading
    .ask(
      new tl.channels.GetParticipants({
        channel: reading.group.channel,
        filter: new tl.ChannelParticipantsAdmins(),
        offset: 0,
        limit: 200,
        hash: long(0),
      }),
    )
    .catch((error: unknown) => {
      // A group may hide its members from this account. It is then the only one known to answer for the team.
      if (isUnanswered(error) || endsSession(error) || hidesGroup(error)) throw error
      return null
    })
  const agents = new Map<string, Person>([[id, self]])
  if (found instanceof tl.channels.ChannelParticipants) {
    draft.meet(found.users, found.chats)
    const admins = new Set<string>()
    for (const one of found.participants) {
      if (one instanceof tl.ChannelParticipantAdmin || one instanceof tl.ChannelParticipantCreator) {
        admins.add(one.userId.toString())
      }
    }
    for (const user of found.users) {
      const person = personOf(user)
      if (person && admins.has(person.id)) agents.set(person.id, person)
    }
  }
  const groupItself = `group:${reading.followed.groupId}`
  const { title } = reading.group
  agents.set(groupItself, { id: groupItself, name: title, username: null, isBot: false })
  draft.facts.push({ kind: 'team', groupId: reading.followed.groupId, agents: [...agents.values()] })
  return draft
}

/** Topics and recent messages of a group that was just chosen, oldest first in each topic. For users only. */
export async function readHistory(reading: GroupReading): Promise<void> {
  const open: number[] = []
  let newest = reading.followed.newest()
  for await (const page of allTopics(reading.ask, reading.group)) {
    const draft = new Draft()
    draft.meet(page.users, page.chats)
    for (const topic of page.topics) {
      if (!(topic instanceof tl.ForumTopic)) continue
      newest = Math.max(newest, topic.topMessage)
      if (topic.id === 1) continue
      if (!reading.followed.knowsTopic(topic.id, draft)) addTopic(topic, reading.followed.groupId, draft)
      if (topic.closed) {
        draft.facts.push({
          kind: 'topic-changed',
          chatId: reading.followed.groupId,
          topicId: topic.id,
          number: topic.topMessage,
          closed: true,
          by: `group:${reading.followed.groupId}`,
          isOwn: false,
          at: new Date(topic.date * 1000).toISOString(),
        })
      } else open.push(topic.id)
    }
    await reading.keeper.keep(draft)
  }
  let draft = new Draft()
  draft.marks[marks.newest(reading.followed.groupId)] = String(newest)
  for (const topicId of open) {
    const found = await reading.ask(
      new tl.messages.GetReplies({
        peer: reading.group.peer,
        msgId: topicId,
        offsetId: 0,
        offsetDate: 0,
        addOffset: 0,
        limit: historyPerTopic,
        maxId: 0,
        minId: 0,
        hash: long(0),
      }),
    )
    if (!('messages' in found)) continue
    draft.meet(found.users, found.chats)
    for (const message of [...found.messages].sort((a, b) => a.id - b.id)) {
      await addMessage(message, draft, reading.followed)
    }
    if (draft.facts.length >= deliveryMaxFacts) {
      await reading.keeper.keep(draft)
      draft = new Draft()
    }
  }
  await reading.keeper.keep(draft)
}
