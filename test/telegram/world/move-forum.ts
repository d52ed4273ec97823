import { addGroup } from './add-group'
import { type BasicGroup, postInBasic } from './basic-group'
import type { Group } from './group'
import { postService } from './post'
import type { World } from './world'

/**
 * A forum goes on under another id, told as a basic group's migration is (core.telegram.org/api/channel#migration).
 * Telegram documents no such move of a forum; this is what the desk prepares for: topics keep their ids, messages are
 * numbered anew from behind the last topic on, and nobody is in the old group any more.
 */
export function moveForum(world: World, from: Group, id: number): Group {
  const people = [...from.members.values()]
  const creator = people.find(({ role }) => role === 'creator')?.userId ?? 0
  const admins = Object.fromEntries(
    people.flatMap(({ userId, role, rights }) => (role === 'admin' && rights ? [[userId, rights]] : [])),
  )
  const members = people.filter(({ role }) => role === 'member').map(({ userId }) => userId)
  const { title, isForum } = from
  const to = addGroup(world, { id, title, creator, isForum, admins, members, isEmpty: true })
  to.migratedFrom = from.id
  postService(world, to, creator, { kind: 'migrated-from', title, basicId: from.id }, 1)
  for (const topic of from.topics.values()) {
    if (topic.id === 1 || topic.isDeleted) continue
    to.topics.set(topic.id, { ...topic, messageIds: [] })
    const { iconColor } = topic
    postService(world, to, topic.by, { kind: 'topic-created', title: topic.title, iconColor }, topic.id, {
      id: topic.id,
    })
  }
  to.nextMessageId = Math.max(...to.messages.keys()) + 1
  const old: BasicGroup = {
    ...{ id: from.id, title, creator, createdAt: from.createdAt, version: 1, migratedTo: id },
    members: new Map(people.map(({ userId, joinedAt }) => [userId, joinedAt])),
  }
  world.basicGroups.set(old.id, old)
  for (const { userId, joinedPts } of people)
    from.pastStays.push({ userId, fromPts: joinedPts, toPts: from.pts })
  from.members.clear()
  postInBasic(world, old, creator, {}, { action: { kind: 'migrated-to', groupId: id } })
  world.tell(
    people.map(({ userId }) => userId),
    { kind: 'group-changed', groupId: id },
  )
  return to
}
