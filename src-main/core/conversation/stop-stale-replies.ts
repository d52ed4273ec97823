import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import type { OutboxEntry } from '../outbox/entry'
import { nameOf } from '../people/names'
import type { Conversation } from './conversation'
import type { IncomingMessage } from './message'

/**
 * The guard against answering past the customer, for replies that wait: what the customer writes before a reply went out
 * is news to whoever wrote it. Such a reply stops as failed, and one key sends it all the same.
 *
 * Only replies written at the desk by a person and never handed to Telegram: held for Undo, or waiting for the link, a
 * pause or their turn. In the staff group's topic people see what the customer writes. A reply that may have arrived is
 * never stopped, and the desk's own words answer nothing.
 */
export function stopStaleReplies(course: Course, { id }: Conversation, { senderId }: IncomingMessage): void {
  for (const entry of entriesInOrder(course.state, id)) {
    if (!isStopped(entry)) continue
    const { conversationId, ticketId, id: outboxId } = entry
    const reason = `${nameOf(course.state, senderId)} wrote before this was sent. Read it, then send it again.`
    course.happen(
      { kind: 'reply-failed', conversationId, ticketId, outboxId, reason, uncertain: false, isStale: true },
      { kind: 'desk' },
    )
  }
}

function isStopped(entry: OutboxEntry): boolean {
  if (entry.kind !== 'reply' || entry.purpose !== undefined || entry.origin) return false
  return entry.state.kind === 'held' || entry.state.kind === 'queued'
}
