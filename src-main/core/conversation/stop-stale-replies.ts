import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import type { OutboxEntry } from '../outbox/entry'
import { nameOf } from '../people/names'
import type { Conversation } from './conversation'
import type { IncomingMessage } from './message'

/** How much longer than its hold a reply may take on a link that is up, ms. */
const usualMs = 10_000

/**
 * The guard against answering past the customer, for replies that wait: what the customer wrote while the desk could
 * not send is news to whoever wrote the reply. Such a reply stops as failed, and one key sends it all the same.
 *
 * Only replies written at the desk by a person, never handed to Telegram, and ready to go out (their hold over) for
 * more than ten seconds: they waited for the link or a pause. What waits for less is on its way while the customer
 * types, as in any conversation; in the staff group's topic people see what the customer writes. A reply that may
 * have arrived is never stopped, and the desk's own words answer nothing.
 */
export function stopStaleReplies(course: Course, { id }: Conversation, { senderId }: IncomingMessage): void {
  for (const entry of entriesInOrder(course.state, id)) {
    if (!isStale(entry, course.at)) continue
    const { conversationId, ticketId, id: outboxId } = entry
    const reason = `${nameOf(course.state, senderId)} wrote before this was sent. Read it, then send it again.`
    course.happen(
      { kind: 'reply-failed', conversationId, ticketId, outboxId, reason, uncertain: false, isStale: true },
      { kind: 'desk' },
    )
  }
}

function isStale(entry: OutboxEntry, now: number): boolean {
  if (entry.kind !== 'reply' || entry.purpose !== undefined || entry.origin) return false
  if (entry.state.kind !== 'held' && entry.state.kind !== 'queued') return false
  const readyAt = entry.state.kind === 'held' ? entry.state.until : entry.queuedAt
  return now - readyAt > usualMs
}
