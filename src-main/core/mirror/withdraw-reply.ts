import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import type { OutboxEntry } from '../outbox/entry'
import { isUnnamed, type Mirrored } from './mirror-at'
import { leavingNumbers } from './parts'
import { sayInTopic } from './say-in-topic'

/**
 * A colleague deleted a reply in the staff group. What was never handed to Telegram does not go out any more. What
 * went out stays with the customer, what is under way goes on, and what may have arrived stays to be checked: that is
 * said, because nobody can see it in the topic; not of what the desk is deleting for the customer as well. Told twice,
 * what the customer has is said once.
 */
export function withdrawReply(course: Course, conversation: Mirrored, topicNumber: number): void {
  const { id: conversationId, mirror } = conversation
  const waiting = entriesInOrder(course.state, conversationId).filter(
    (entry) =>
      entry.kind === 'reply' &&
      entry.origin?.chatId === mirror.groupId &&
      entry.origin.number === topicNumber,
  )
  for (const entry of waiting) {
    const { id: outboxId, ticketId } = entry
    if (!isUnderWay(entry) && !isUncertain(entry))
      course.happen({ kind: 'reply-discarded', conversationId, ticketId, outboxId }, { kind: 'desk' })
  }
  const leaving = leavingNumbers(course, conversationId, false)
  const isThere =
    isUnnamed(conversation, topicNumber) ||
    mirror.copies.some(
      (copy) => copy.from === 'topic' && copy.topicNumber === topicNumber && !leaving.has(copy.privateNumber),
    )
  const what = whatIsSo(isThere, waiting)
  if (what === null) return
  const reason = `A reply was deleted in the staff group only. ${what}`
  const deletedNumber = topicNumber
  course.happen({ kind: 'not-carried', conversationId, reason, deletedNumber }, { kind: 'desk' })
  sayInTopic(course, conversationId, reason)
}

/** Of a reply in several parts, what is surest. Null where the customer gets nothing of it. */
function whatIsSo(isThere: boolean, waiting: readonly OutboxEntry[]): string | null {
  if (isThere) return 'The customer still has it.'
  if (waiting.some(isUnderWay)) return 'It was already on its way to the customer.'
  if (waiting.some(isUncertain)) return 'It may have reached the customer: check it at the desk.'
  return null
}

function isUnderWay({ state }: OutboxEntry): boolean {
  return state.kind === 'attempted'
}

function isUncertain({ state }: OutboxEntry): boolean {
  return state.kind === 'failed' && state.uncertain
}
