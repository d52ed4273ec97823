import { messageId } from '../conversation/message'
import type { Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { ReplyEntry } from '../outbox/entries'
import type { ReplyOrigin } from '../outbox/entry'
import { topicTaskId } from '../outbox/outbox-id'
import { iso } from '../time'
import type { Mirrored } from './mirror-at'

/**
 * A colleague changed a reply in the staff group: the customer's message changes with it. One that is not there yet
 * goes out as it was and changes then ({@link editAfterSending}).
 */
export function editReply(
  course: Course,
  conversation: Mirrored,
  ticketId: string,
  topicNumber: number,
  { editedAt, ...words }: Words & { readonly editedAt: string },
): void {
  const copy = conversation.mirror.copies.find(
    (one) => one.from === 'topic' && one.topicNumber === topicNumber,
  )
  if (!copy) return
  const { id: conversationId, chatId } = conversation
  const number = copy.privateNumber
  course.happen({
    kind: 'message-edited',
    ...{ conversationId, ticketId, messageId: messageId(chatId, number), ...words, editedAt },
    afterReply: false,
  })
  const outboxId = topicTaskId(conversationId, course.state.seq + 1)
  const task = { kind: 'edit', number, ...words } as const
  course.happen({ kind: 'topic-task-queued', conversationId, ticketId, outboxId, task }, { kind: 'desk' })
}

/** A reply arrived at the customer: what its author changed meanwhile in the staff group follows now. */
export function editAfterSending(course: Course, entry: ReplyEntry, origin: ReplyOrigin): void {
  const newest = course.known.latest(origin.chatId, origin.number)
  const conversation = course.state.conversations.get(entry.conversationId)
  if (origin.part !== undefined || !newest || !conversation?.mirror || newest.text === entry.text) return
  const { text, entities } = newest
  const edited = { text, entities, editedAt: iso(course.at) }
  editReply(course, { ...conversation, mirror: conversation.mirror }, entry.ticketId, origin.number, edited)
}
