import { type MessageId, messageId } from '../conversation/message'
import type { OutboxEntry, TopicTask } from './entry'

/** Other words for a message of ours at the customer, or its end. */
export type Change = Extract<TopicTask, { kind: 'edit' | 'delete' }>

/** The change that an entry takes to the customer; null for any other, such as a change in the staff group. */
export function changeOf(entry: OutboxEntry): Change | null {
  if (entry.kind !== 'topic-task' || entry.isMirror || typeof entry.task === 'string') return null
  return entry.task.kind === 'edit' || entry.task.kind === 'delete' ? entry.task : null
}

/** What is said of a change that did not come to the customer, or of which nobody can tell whether it did. */
export function changeFailure(kind: Change['kind'], reason: string, isUncertain = false): string {
  if (kind === 'edit')
    return isUncertain
      ? 'Nobody can tell whether the customer was shown the edit. Check in Telegram.'
      : `The customer was not shown the edit: ${reason}`
  return isUncertain
    ? 'Nobody can tell whether the customer still sees what was taken out. Check in Telegram.'
    : `The customer still sees what was taken out: ${reason}`
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
