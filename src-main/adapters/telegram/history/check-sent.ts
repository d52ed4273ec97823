import type { Api } from 'telegram'
import type { Content } from '../../../../src-preload/contract/conversation'
import { isSameContent } from '../../../core/conversation/content'
import { noTopic } from '../../../core/conversation/message'
import { fileCount, isLike } from '../../../core/outbox/echo'
import type { OutboxEntry } from '../../../core/outbox/entry'
import type { SendResult } from '../../../core/ports'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { channelOf } from '../peers/channel-of'
import { contentOf } from '../translate/content'
import { mediaOf } from '../translate/media'
import { isoOf, topicOf } from '../translate/translate'

/** How many of the newest messages are looked at. */
const lookAt = 100
/** Clocks differ: what was sent a little before it was written may still be it. */
const slackMs = 120_000

/** What looking needs. */
export interface CheckRoom {
  readonly ask: Ask
  readonly isBot: boolean
  readonly peer: Api.InputPeerChannel | Api.InputPeerUser
  /** Number of the newest message the desk knows in that chat's numbering. */
  newest(): number
  /** The desk has this message already, as something else. */
  isKnown(number: number): boolean
}

/**
 * Whether a message of which nobody can tell has arrived: an own one with the same text and as many files, sent
 * after it was written, that is not some other message of the desk. Null if there is none like it.
 */
export async function checkSent(entry: OutboxEntry, room: CheckRoom): Promise<SendResult | null> {
  const sent = sentIn(entry)
  if (sent === null) return null
  for (const message of await newestMessages(entry, room)) {
    if (!(message instanceof tl.Message) || message.out !== true || room.isKnown(message.id)) continue
    if (!isThere(entry, message, room.peer)) continue
    const media = mediaOf(message.media)
    const found = { text: message.message, albumId: message.groupedId?.toString() ?? null, media }
    if (message.date * 1000 < entry.queuedAt - slackMs || !isLike(sent.text, sent.files, found)) continue
    if (!isSameContent(sent.content, contentOf(message.media, '', message.date))) continue
    return { kind: 'sent', number: message.id, sentAt: isoOf(message.date), media }
  }
  return null
}

/** Whether a message is where the entry goes: by its number alone a bot is given those of every chat and topic. */
function isThere({ topicId }: OutboxEntry, message: Api.Message, peer: CheckRoom['peer']): boolean {
  const { peerId } = message
  if (peer instanceof tl.InputPeerChannel) return topicOf(message) === topicId
  return peerId instanceof tl.PeerUser && peerId.userId.equals(peer.userId)
}

/** What of an entry is a message; null for what changes a topic or a message. */
function sentIn(
  entry: OutboxEntry,
): { readonly text: string; readonly files: number; readonly content: Content | undefined } | null {
  if (entry.kind === 'reply') return { text: entry.text, files: fileCount(entry), content: entry.content }
  if (typeof entry.task === 'string' || entry.task.kind !== 'copy') return null
  const { text, media, content } = entry.task
  return { text, files: media.length, content }
}

async function newestMessages(
  { topicId }: OutboxEntry,
  { ask, peer, isBot, newest }: CheckRoom,
): Promise<readonly Api.TypeMessage[]> {
  const page = { offsetId: 0, offsetDate: 0, addOffset: 0, limit: lookAt, maxId: 0, minId: 0, hash: long(0) }
  const found = isBot
    ? await byNumber(ask, peer, newest())
    : topicId === noTopic
      ? await ask(new tl.messages.GetHistory({ peer, ...page }))
      : await ask(new tl.messages.GetReplies({ peer, msgId: topicId, ...page }))
  return 'messages' in found ? [...found.messages].sort((a, b) => a.id - b.id) : []
}

/** A bot may not read history, but any message by its number (telegram.md B.5). */
function byNumber(
  ask: Ask,
  peer: Api.InputPeerChannel | Api.InputPeerUser,
  newest: number,
): Promise<Api.messages.TypeMessages> {
  const first = Math.max(1, newest - lookAt / 2)
  const id = Array.from({ length: lookAt }, (_, at) => new tl.InputMessageID({ id: first + at }))
  if (!(peer instanceof tl.InputPeerChannel)) return ask(new tl.messages.GetMessages({ id }))
  return ask(new tl.channels.GetMessages({ channel: channelOf(peer), id }))
}
