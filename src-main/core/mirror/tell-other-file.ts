import type { Conversation } from '../conversation/conversation'
import type { IncomingMessage, StoredMedia } from '../conversation/message'
import type { Course } from '../desk/course'
import { nameOf } from '../people/names'
import { topicNumberOf } from './mirror-at'
import { sayInTopic } from './say-in-topic'
import { commandOf } from './staff-command'

/**
 * A message got another file, or one more, by an edit. The other side keeps what it has, so that is said; commands and
 * notes have no other side.
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
  const did = before.length === 0 ? `added a ${what} to a message` : `replaced the ${what} of a message`
  const where = isFromTopic
    ? ' in the staff group. The customer does not get the new one.'
    : '. The new one is at the desk, not in the staff group.'
  const reason = `${nameOf(course.state, senderId)} ${did}${where}`
  course.happen({ kind: 'not-carried', conversationId: conversation.id, reason }, { kind: 'desk' })
  sayInTopic(course, conversation.id, reason, isFromTopic ? number : topicNumberOf(mirror, number))
}
