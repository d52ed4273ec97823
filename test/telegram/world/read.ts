import type { Account } from './account'
import type { Group, Member } from './group'
import { privateChat } from './private'
import type { World } from './world'

/** Messages by others above the mark: what a badge counts. */
export function unreadInTopic(group: Group, member: Member, topicId: number): number {
  const ids = group.topics.get(topicId)?.messageIds ?? (topicId === 1 ? [...group.messages.keys()] : [])
  const mark = member.readMaxIds.get(topicId) ?? 0
  let unread = 0
  for (let i = ids.length - 1; i >= 0; i--) {
    const id = ids[i]
    if (id === undefined || id <= mark) break
    const message = group.messages.get(id)
    if (message !== undefined && message.from !== member.userId && message.action === null) unread++
  }
  return unread
}

export function unreadInGroup(group: Group, member: Member): number {
  if (!group.isForum) return unreadInTopic(group, member, 1)
  let unread = 0
  for (const topicId of group.topics.keys()) unread += unreadInTopic(group, member, topicId)
  return unread
}

/** The highest id in a topic that somebody else has read: the second tick. */
export function readByOthers(group: Group, me: number, topicId: number): number {
  let highest = 0
  for (const member of group.members.values()) {
    if (member.userId !== me) highest = Math.max(highest, member.readMaxIds.get(topicId) ?? 0)
  }
  return highest
}

/** Marks a topic as read: one's other devices hear of it, and so do those whose messages were read. */
export function readTopic(
  world: World,
  group: Group,
  member: Member,
  topicId: number,
  maxId: number,
  origin?: unknown,
): void {
  const before = member.readMaxIds.get(topicId) ?? 0
  if (maxId <= before) return
  member.readMaxIds.set(topicId, maxId)
  const authors = new Set<number>()
  const ids = group.topics.get(topicId)?.messageIds ?? [...group.messages.keys()]
  for (let i = ids.length - 1; i >= 0; i--) {
    const id = ids[i]
    if (id === undefined || id <= before) break
    const message = group.messages.get(id)
    if (message !== undefined && id <= maxId && message.from !== member.userId) authors.add(message.from)
  }
  if (group.isForum) {
    world.tell([member.userId], { kind: 'read-topic', groupId: group.id, topicId, maxId }, origin)
    world.tell([...authors], { kind: 'others-read-topic', groupId: group.id, topicId, maxId })
  } else {
    const stillUnread = unreadInGroup(group, member)
    world.tell(
      [member.userId],
      { kind: 'read-group', groupId: group.id, maxId, stillUnread, pts: group.pts },
      origin,
    )
    world.tell([...authors], { kind: 'others-read-group', groupId: group.id, maxId })
  }
}

/** Marks a private chat as read. Both sides count it in their pts. @returns the pts it took. */
export function readPrivate(
  world: World,
  reader: Account,
  userId: number,
  maxId: number,
  origin?: unknown,
): { pts: number; ptsCount: number } {
  const chat = privateChat(reader, userId)
  const highest = Math.min(maxId === 0 ? Number.POSITIVE_INFINITY : maxId, chat.messageIds.at(-1) ?? 0)
  if (highest <= chat.readInboxMaxId) return { pts: reader.box.pts, ptsCount: 0 }
  chat.readInboxMaxId = highest
  const stillUnread = unreadInPrivate(reader, userId)
  const change = { kind: 'read-inbox', userId, maxId: highest, stillUnread } as const
  const event = world.count({ kind: 'box', userId: reader.id }, reader.id, change, { origin })
  const theirs = chat.messageIds
    .filter((id) => id <= highest)
    .map((id) => reader.box.messages.get(id))
    .filter((message) => message?.from === userId)
    .at(-1)?.twin
  if (theirs != null && userId !== reader.id) {
    privateChat(world.account(userId), reader.id).readOutboxMaxId = theirs
    world.count({ kind: 'box', userId }, reader.id, { kind: 'read-outbox', userId: reader.id, maxId: theirs })
  }
  return { pts: event.pts, ptsCount: 1 }
}

export function unreadInPrivate(reader: Account, userId: number): number {
  const chat = privateChat(reader, userId)
  return chat.messageIds.filter(
    (id) => id > chat.readInboxMaxId && reader.box.messages.get(id)?.from !== reader.id,
  ).length
}
