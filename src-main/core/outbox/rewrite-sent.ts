import { messageId } from '../conversation/message'
import type { Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { iso } from '../time'
import { topicTaskId } from './outbox-id'

/** A message of ours at the customer. */
interface Named {
  readonly conversationId: string
  readonly ticketId: string
  readonly chatId: string
  readonly number: number
}

/** What it is to say. */
interface NewWords extends Words {
  /** What stands again if Telegram refuses; null where that is not known. */
  readonly before: Words | null
  /** Now, if absent. */
  readonly editedAt?: string
}

/** Puts other words of one message on their way to the customer. They are shown at once. */
export function rewriteSent(
  course: Course,
  { conversationId, ticketId, chatId, number }: Named,
  { text, entities, before, editedAt = iso(course.at) }: NewWords,
): void {
  const taskId = topicTaskId(conversationId, course.state.seq + 1)
  const kept = before && { before: { text: before.text, entities: before.entities } }
  course.happen({
    kind: 'topic-task-queued',
    ...{ conversationId, ticketId, outboxId: taskId },
    task: { kind: 'edit', number, text, entities, ...kept },
  })
  course.happen({
    kind: 'message-edited',
    ...{ conversationId, ticketId, messageId: messageId(chatId, number), text, entities, editedAt, taskId },
    afterReply: false,
  })
}
