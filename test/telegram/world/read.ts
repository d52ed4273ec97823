import type { Account } from './account'
import { boxChat } from './box'
import type { BoxRef } from './events'
import type { Group, Member } from './group'
import type { Message } from './message'
import { copyFor } from './private'
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

/** Marks a conversation of one's box as read. All sides count it in their pts. @returns the pts it took. */
export function readInBox(
  world: World,
  reader: Account,
  chat: BoxRef,
  maxId: number,
  origin?: unknown,
): { pts: number; ptsCount: number } {
  const known = boxChat(reader, chat)
  const highest = Math.min(maxId === 0 ? Number.POSITIVE_INFINITY : maxId, known.messageIds.at(-1) ?? 0)
  const before = known.readInboxMaxId
  if (highest <= before) return { pts: reader.box.pts, ptsCount: 0 }
  known.readInboxMaxId = highest
  const change = { kind: 'read-inbox', chat, maxId: highest, stillUnread: unreadInBox(reader, chat) } as const
  const event = world.count({ kind: 'box', userId: reader.id }, reader.id, change, { origin })
  const lastOf = new Map<number, Message>()
  for (const id of known.messageIds) {
    const message = id > before && id <= highest ? reader.box.messages.get(id) : undefined
    if (message !== undefined && message.from !== reader.id) lastOf.set(message.from, message)
  }
  for (const [authorId, last] of lastOf) tellAuthor(world, reader, world.account(authorId), last)
  return { pts: event.pts, ptsCount: 1 }
}

function tellAuthor(world: World, reader: Account, author: Account, last: Message): void {
  const theirs = copyFor(author, last)
  if (theirs === null || theirs.chat.kind === 'group') return
  const { chat } = theirs
  const known = boxChat(author, chat)
  if (known.readOutboxMaxId >= theirs.id) return
  known.readOutboxMaxId = theirs.id
  const change = { kind: 'read-outbox', chat, maxId: theirs.id } as const
  world.count({ kind: 'box', userId: author.id }, reader.id, change)
}

export function unreadInBox(reader: Account, chat: BoxRef): number {
  const known = boxChat(reader, chat)
  return known.messageIds.filter(
    (id) => id > known.readInboxMaxId && reader.box.messages.get(id)?.from !== reader.id,
  ).length
}
