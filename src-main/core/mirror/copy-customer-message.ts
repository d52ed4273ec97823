import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import { nameOf } from '../people/names'
import { beginMirror } from './begin-mirror'
import { topicNumberOf } from './mirror-at'
import { queueCopy } from './queue-copy'
import { sayInTopic } from './say-in-topic'

/** Shows what a customer wrote in the staff group. What Telegram lets nobody carry over is said instead. */
export function copyCustomerMessage(course: Course, conversationId: string, message: IncomingMessage): void {
  beginMirror(course, conversationId, message.number)
  const mirror = course.state.conversations.get(conversationId)?.mirror
  if (!mirror) return
  const { text, entities, number, albumId, senderId } = message
  const media = message.media.filter(({ kind }) => kind !== 'unsupported')
  const replyTo = topicNumberOf(mirror, message.replyTo)
  if (text.trim() !== '' || media.length > 0)
    queueCopy(course, conversationId, { text, entities, media, replyTo, of: number, albumId })
  if (media.length < message.media.length || (text.trim() === '' && media.length === 0)) {
    const reason = `${nameOf(course.state, senderId)} sent something that cannot be copied into the staff group.`
    course.happen({ kind: 'not-carried', conversationId, reason }, { kind: 'desk' })
    sayInTopic(course, conversationId, reason, replyTo)
  }
}

/** A customer deleted a message: its copy stays, and the topic says so. */
export function tellDeletion(course: Course, conversationId: string, number: number): void {
  const conversation = course.state.conversations.get(conversationId)
  const name = nameOf(course.state, conversation?.privately?.personId ?? '')
  const copied = conversation?.mirror ? topicNumberOf(conversation.mirror, number) : null
  sayInTopic(course, conversationId, `${name} deleted ${copied === null ? 'a' : 'this'} message.`, copied)
}
