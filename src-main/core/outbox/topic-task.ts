import type { Conversation } from '../conversation/conversation'
import type { Course } from '../desk/course'
import type { DeskState } from '../desk/state'
import { groupOf } from '../people/accounts'
import type { Ticket } from '../ticket/ticket'
import { entriesInOrder, isMaking } from './entries'
import { topicTaskId } from './outbox-id'

/**
 * How a topic will stand once all that is under way is done: what is queued, then what Telegram accepted but
 * did not tell of yet, then what it told last.
 */
export function comingTopicState(state: DeskState, conversation: Conversation): Conversation['state'] {
  if (conversation.state === 'deleted' && !isBeingMade(state, conversation.id)) return 'deleted'
  const queued = entriesInOrder(state, conversation.id).flatMap((entry) => {
    if (entry.kind !== 'topic-task') return []
    return typeof entry.task === 'string' || entry.task.kind === 'create' ? [entry.task] : []
  })
  const last = queued.at(-1) ?? conversation.awaitedEchoes.at(-1)
  if (last === undefined) return conversation.state
  return last === 'close' ? 'closed' : 'open'
}

/** Whether the topic of a conversation is being made anew. */
export function isBeingMade(state: DeskState, conversationId: string): boolean {
  return entriesInOrder(state, conversationId).some(isMaking)
}

/** Queues a close or reopen of a ticket's topic, unless it stands or will stand like that anyway (C12). */
export function queueTopicTask(course: Course, ticket: Ticket, task: 'close' | 'reopen'): void {
  const conversation = course.state.conversations.get(ticket.conversationId)
  if (!conversation || conversation.privately || !groupOf(course.state, conversation.chatId)) return
  const coming = comingTopicState(course.state, conversation)
  if (coming !== (task === 'close' ? 'open' : 'closed')) return
  const { id: ticketId, conversationId } = ticket
  const outboxId = topicTaskId(conversationId, course.state.seq + 1)
  course.happen({ kind: 'topic-task-queued', conversationId, ticketId, outboxId, task }, { kind: 'desk' })
}
