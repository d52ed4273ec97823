import type { Api } from 'telegram'
import { tl } from '../library'
import { marks } from '../marks'
import { personIdOf } from '../translate/people'
import type { Reader } from '../translate/translate'
import type { Draft } from './draft'
import { translated } from './translated'

/** The group that is followed, and what is known of its topics. */
export interface Followed {
  readonly groupId: string
  readonly reader: Reader
  /** Tells the desk of a topic it has not met, before the first message of it. */
  meetTopic(topicId: number, draft: Draft): Promise<void>
  knowsTopic(topicId: number, draft: Draft): boolean
  /** Number of the newest message delivered so far. */
  newest(): number
  /** Epoch ms; deletions carry no time of their own. */
  now(): number
}

/**
 * Adds a message to the draft, new or in its edited form. A number with nothing at it is not news: beyond the end of a
 * group's history somebody will still write there.
 */
export async function addMessage(message: Api.TypeMessage, draft: Draft, followed: Followed): Promise<void> {
  if (message instanceof tl.MessageEmpty) return
  const fact = translated('message', message, followed.reader, draft)
  const newest = marks.newest(followed.groupId)
  draft.marks[newest] = String(Math.max(Number(draft.marks[newest] ?? followed.newest()), message.id))
  if (fact === null) return
  if (fact.kind === 'topic-created') {
    if (followed.knowsTopic(fact.topicId, draft)) return
    draft.marks[marks.topic(followed.groupId, fact.topicId)] = '1'
  } else if (fact.kind === 'message' && fact.message.topicId !== 1) {
    await followed.meetTopic(fact.message.topicId, draft)
  } else if (fact.kind === 'topic-changed' && fact.topicId !== 1) {
    await followed.meetTopic(fact.topicId, draft)
  }
  draft.facts.push(fact)
}

/** Adds what an update says of the followed group. The caller has put it in order already. */
export async function addUpdate(update: Api.TypeUpdate, draft: Draft, followed: Followed): Promise<void> {
  const chatId = followed.groupId
  if (update instanceof tl.UpdateNewChannelMessage) await addMessage(update.message, draft, followed)
  else if (update instanceof tl.UpdateEditChannelMessage) {
    const fact = translated('message-edited', update.message, followed.reader, draft)
    if (fact) draft.facts.push(fact)
  } else if (update instanceof tl.UpdateDeleteChannelMessages) addDeleted(update.messages, draft, followed)
  else if (update instanceof tl.UpdateReadChannelDiscussionOutbox) {
    draft.facts.push({ kind: 'topic-read', chatId, topicId: update.topMsgId, upTo: update.readMaxId })
  } else if (update instanceof tl.UpdateReadChannelOutbox) {
    draft.facts.push({ kind: 'topic-read', chatId, topicId: 1, upTo: update.maxId })
  }
}

/** Adds deletions. A topic whose first message is gone is gone itself: Telegram tells it in no other way. */
export function addDeleted(numbers: readonly number[], draft: Draft, followed: Followed): void {
  if (numbers.length === 0) return
  const at = new Date(followed.now()).toISOString()
  draft.facts.push({ kind: 'messages-deleted', chatId: followed.groupId, numbers: [...numbers], at })
  for (const topicId of numbers) {
    if (!followed.knowsTopic(topicId, draft)) continue
    draft.facts.push({ kind: 'topic-deleted', chatId: followed.groupId, topicId, at })
    draft.marks[marks.topic(followed.groupId, topicId)] = null
  }
}

/** Which group an update is about; null for everything that is not about one. */
export function groupOfUpdate(update: Api.TypeUpdate): string | null {
  if ('channelId' in update && update.channelId) return update.channelId.toString()
  if (update instanceof tl.UpdateNewChannelMessage || update instanceof tl.UpdateEditChannelMessage) {
    const peer = update.message.peerId
    return peer instanceof tl.PeerChannel ? peer.channelId.toString() : null
  }
  return null
}

/** Whether a container tells of groups only, and counts for nothing else. */
export function isOfGroups(container: Api.TypeUpdates): boolean {
  if (!(container instanceof tl.Updates)) return false
  return container.seq === 0 && container.updates.every((update) => groupOfUpdate(update) !== null)
}

/** Who is typing; null for who stopped. */
export function typistOf(update: Api.UpdateChannelUserTyping): string | null {
  return update.action instanceof tl.SendMessageCancelAction ? null : personIdOf(update.fromId)
}
