import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/decide'
import { settleSent } from './settle-sent'

/** A reply is about to be handed to Telegram. Once is enough; topic tasks can be repeated without harm. */
export function noteAttempt(course: Course, { outboxId }: IntentOf<'note-attempt'>): void {
  const entry = course.state.outbox.get(outboxId)
  if (entry?.kind !== 'reply' || entry.state.kind === 'attempted' || entry.state.kind === 'failed') return
  const { conversationId, ticketId } = entry
  course.happen({ kind: 'reply-attempted', conversationId, ticketId, outboxId })
}

/** Telegram accepted an entry. If its echo told so before, this is no news. */
export function noteSent(course: Course, intent: IntentOf<'note-sent'>): void {
  const { outboxId, number, sentAt, media } = intent
  const entry = course.state.outbox.get(outboxId)
  if (entry?.kind === 'reply') settleSent(course, entry, { number, sentAt, media })
  if (entry?.kind === 'topic-task') {
    const { conversationId, ticketId } = entry
    course.happen({ kind: 'topic-task-done', conversationId, ticketId, outboxId })
  }
}

/** Telegram refused an entry, or it may have arrived and nobody can tell. Of one that failed, more may be known since. */
export function noteFailure(course: Course, intent: IntentOf<'note-failure'>): void {
  const { outboxId, reason, uncertain } = intent
  const entry = course.state.outbox.get(outboxId)
  if (!entry) return
  const { conversationId, ticketId } = entry
  if (entry.kind === 'topic-task')
    course.happen({ kind: 'topic-task-failed', conversationId, ticketId, outboxId, reason })
  else if (entry.state.kind !== 'failed' || entry.state.reason !== reason)
    course.happen({ kind: 'reply-failed', conversationId, ticketId, outboxId, reason, uncertain })
}
