import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/decide'
import { ticketOf } from '../ticket/find-ticket'
import { draftKey } from './evolve-drafts'

/** Keeps text that was not sent yet; empty text forgets it. The same text again is no event. */
export function saveDraft(course: Course, intent: IntentOf<'save-draft'>): void {
  const { ticketId, mode, text, replyTo } = intent
  const { conversationId } = ticketOf(course.state, ticketId)
  const before = course.state.drafts.get(draftKey(ticketId, mode))
  if ((before?.text ?? '') === text && (text === '' || (before?.replyTo ?? null) === replyTo)) return
  course.happen({ kind: 'draft-saved', conversationId, ticketId, mode, text, replyTo })
}
