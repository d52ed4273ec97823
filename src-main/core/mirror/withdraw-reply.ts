import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import type { Mirrored } from './mirror-at'
import { sayInTopic } from './say-in-topic'

/**
 * A colleague deleted a reply in the staff group. What waits does not go out any more. What went out stays with the
 * customer: that is said, once, because nobody can see it in the topic.
 */
export function withdrawReply(course: Course, conversation: Mirrored, topicNumber: number): void {
  const { id: conversationId, mirror } = conversation
  const waiting = entriesInOrder(course.state, conversationId).filter(
    (entry) =>
      entry.kind === 'reply' &&
      entry.state.kind !== 'attempted' &&
      entry.origin?.chatId === mirror.groupId &&
      entry.origin.number === topicNumber,
  )
  for (const { id: outboxId, ticketId } of waiting)
    course.happen({ kind: 'reply-discarded', conversationId, ticketId, outboxId }, { kind: 'desk' })
  const isThere = mirror.copies.some((copy) => copy.from === 'topic' && copy.topicNumber === topicNumber)
  if (!isThere) return
  const reason = 'A reply was deleted in the staff group only. The customer still has it.'
  course.happen({ kind: 'not-carried', conversationId, reason }, { kind: 'desk' })
  sayInTopic(course, conversationId, reason)
}
