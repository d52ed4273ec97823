import type { Conversation } from '../conversation/conversation'
import type { IncomingMessage, StoredMedia } from '../conversation/message'
import { prefixed } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { deskName, nameOf } from '../people/names'
import { topicNumberOf } from './mirror-at'
import { queueCopy } from './queue-copy'
import { sayInTopic } from './say-in-topic'
import { commandOf } from './staff-command'

/**
 * A message got another file, or one more, by an edit. The staff group gets a customer's below the copy, which keeps
 * what it has. The customer keeps what a colleague replaced, so that is said; commands and notes have no other side.
 */
export function tellOtherFile(
  course: Course,
  conversation: Conversation | undefined,
  { chatId, number, senderId, text, media }: IncomingMessage,
  before: readonly StoredMedia[],
): void {
  const mirror = conversation?.mirror
  if (!mirror || mirror.state === 'deleted') return
  const isFromTopic = mirror.groupId === chatId
  if (isFromTopic && commandOf(text)) return
  const what = media.every(({ kind }) => kind === 'photo') ? 'photo' : 'file'
  const who = nameOf(course.state, senderId)
  const didTo = (message: string) =>
    `${who} ${before.length === 0 ? `added a ${what} to` : `replaced the ${what} of`} ${message}`
  if (!isFromTopic) {
    const replyTo = topicNumberOf(mirror, number)
    const said = `${didTo(replyTo === null ? 'a message' : 'this message')}. The new one:`
    const words = prefixed(deskName, { text: said, entities: [] })
    queueCopy(course, conversation.id, { ...words, media, replyTo, of: null, albumId: null })
    return
  }
  const reason = `${didTo('a message')} in the staff group. The customer does not get the new one.`
  course.happen({ kind: 'not-carried', conversationId: conversation.id, reason }, { kind: 'desk' })
  sayInTopic(course, conversation.id, reason, number)
}
