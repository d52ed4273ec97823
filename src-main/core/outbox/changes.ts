import { type MessageId, messageId } from '../conversation/message'
import type { OutboxEntry, TopicTask } from './entry'

/** Other words for a message of ours at the customer, or its end. */
export type Change = Extract<TopicTask, { kind: 'edit' | 'delete' }>

/** The change that an entry takes to the customer; null for any other, such as a change in the staff group. */
export function changeOf(entry: OutboxEntry): Change | null {
  if (entry.kind !== 'topic-task' || entry.isMirror || typeof entry.task === 'string') return null
  return entry.task.kind === 'edit' || entry.task.kind === 'delete' ? entry.task : null
}

/** Numbers of the messages that a change is about, the one that has the words first. */
export function changedNumbers(change: Change): readonly number[] {
  return change.kind === 'delete' ? [change.number, ...(change.more ?? [])] : [change.number]
}

/** The name of the message that an entry changes at the customer; null if it changes none. */
export function changedMessage(entry: OutboxEntry): MessageId | null {
  const change = changeOf(entry)
  return change && messageId(entry.chatId, change.number)
}
