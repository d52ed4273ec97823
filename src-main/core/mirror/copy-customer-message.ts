import type { Content } from '../../../src-preload/contract/conversation'
import { contentOf, isSendable } from '../conversation/content'
import { contentName, contentWords } from '../conversation/content-words'
import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import { nameOf } from '../people/names'
import { beginMirror } from './begin-mirror'
import { topicNumberOf } from './mirror-at'
import { queueCopy } from './queue-copy'
import { sayInTopic } from './say-in-topic'

/** Shows what a customer wrote in the staff group. What Telegram lets nobody carry over is said instead. */
export function copyCustomerMessage(course: Course, conversationId: string, message: IncomingMessage): void {
  beginMirror(course, conversationId, [message.number], true)
  const mirror = course.state.conversations.get(conversationId)?.mirror
  if (!mirror) return
  const { entities, media, number, albumId, senderId } = message
  const content = contentOf(message)
  const replyTo = topicNumberOf(mirror, message.replyTo)
  const text = withWordsOf(content, message.text)
  const isEmpty = text.trim() === '' && media.length === 0 && !isSendable(content)
  if (!isEmpty) {
    const words = { text, entities, ...(isSendable(content) ? { content } : {}) }
    queueCopy(course, conversationId, { ...words, media, replyTo, of: number, albumId })
  }
  if (isEmpty || content?.kind === 'other') {
    const what = content ? lowerFirst(contentName(content)) : 'something'
    const reason = `${nameOf(course.state, senderId)} sent ${what} that cannot be copied into the staff group.`
    course.happen({ kind: 'not-carried', conversationId, reason }, { kind: 'desk' })
    sayInTopic(course, conversationId, reason, replyTo)
  }
}

/** What cannot be sent as what it is, a poll or dice, is copied in words. */
export function withWordsOf(content: Content | null, text: string): string {
  if (!content || isSendable(content) || content.kind === 'other') return text
  return text.trim() === '' ? contentWords(content) : `${text}\n${contentWords(content)}`
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** A customer deleted a message: its copy stays, and the topic says so. */
export function tellDeletion(course: Course, conversationId: string, number: number): void {
  const conversation = course.state.conversations.get(conversationId)
  const name = nameOf(course.state, conversation?.privately?.personId ?? '')
  const copied = conversation?.mirror ? topicNumberOf(conversation.mirror, number) : null
  sayInTopic(course, conversationId, `${name} deleted ${copied === null ? 'a' : 'this'} message.`, copied)
}
