import { contentOf, isSendable } from '../conversation/content'
import type { IncomingMessage, StoredMedia } from '../conversation/message'
import { prefixed } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { ReplyEntry } from '../outbox/entries'
import { deskName, nameOf } from '../people/names'
import { beginMirror } from './begin-mirror'
import { withWordsOf } from './copy-customer-message'
import { topicNumberOf } from './mirror-at'
import { queueCopy, waitingAlbum } from './queue-copy'

/**
 * Shows a reply that arrived at the customer in the staff group, under its author's name. What came from there is
 * there already; notes are no replies and never leave this machine.
 */
export function copyReply(
  course: Course,
  entry: ReplyEntry,
  arrived: { readonly number: number | null; readonly media: readonly StoredMedia[] },
): void {
  const { conversationId, authorId, purpose, origin, text, entities, files } = entry
  if (origin || !course.state.conversations.get(conversationId)?.mirror) return
  beginMirror(course, conversationId, [entry.id])
  const mirror = course.state.conversations.get(conversationId)?.mirror
  if (!mirror) return
  const who = purpose === undefined && authorId !== undefined ? nameOf(course.state, authorId) : deskName
  const { number: of, media } = arrived
  const albumId = files.length > 1 ? albumOf(entry.id) : null
  const replyTo = topicNumberOf(mirror, entry.replyTo)
  const words = prefixed(who, { text, entities })
  queueCopy(course, conversationId, { ...words, media, replyTo, of, albumId, who })
}

/** Shows what another program said through the bot in the staff group, under the bot's name. */
export function copyOwnWords(course: Course, conversationId: string, message: IncomingMessage): void {
  if (!course.state.conversations.get(conversationId)?.mirror) return
  beginMirror(course, conversationId, [message.number])
  const mirror = course.state.conversations.get(conversationId)?.mirror
  if (!mirror) return
  const { entities, number: of, albumId, senderId } = message
  const content = contentOf(message)
  const text = withWordsOf(content, message.text)
  const who = nameOf(course.state, senderId)
  const media = message.media.filter(({ kind }) => kind !== 'unsupported')
  const isMore = albumId !== null && text === '' && waitingAlbum(course, conversationId, albumId) !== null
  const words = isMore ? { text, entities } : prefixed(who, { text, entities })
  const replyTo = topicNumberOf(mirror, message.replyTo)
  const sendable = isSendable(content) ? { content } : {}
  queueCopy(course, conversationId, { ...words, ...sendable, media, replyTo, of, albumId, who })
}

/** Another file of an album of ours came back: it joins the copy while that waits, if it is not in it already. */
export function copyReplyPart(
  course: Course,
  conversationId: string,
  outboxId: string,
  { media: told, number }: IncomingMessage,
): void {
  const albumId = albumOf(outboxId)
  const copy = waitingAlbum(course, conversationId, albumId)
  if (!copy) return
  const media = told.filter(({ fileId }) => copy.media.every((one) => one.fileId !== fileId))
  if (media.length > 0)
    queueCopy(course, conversationId, { text: '', entities: [], media, replyTo: null, of: number, albumId })
}

function albumOf(outboxId: string): string {
  return `o:${outboxId}`
}
