import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { nameMirror } from '../mirror/begin-mirror'
import { Refusal } from '../refusal'
import { currentTicket, openTicketOf } from './find-ticket'

/** Telegram's limit for a topic's name, and ours for a title (T12). */
export const titleMaxLength = 128

/** Changes how urgent a ticket is; its promises are counted anew from the original start. */
export function changePriority(course: Course, { ticketId, priority }: IntentOf<'change-priority'>): void {
  const { conversationId, priority: from } = openTicketOf(course.state, ticketId)
  if (from !== priority)
    course.happen({ kind: 'priority-changed', conversationId, ticketId, from, to: priority })
}

/**
 * Gives a ticket another title. The customer's topic keeps its own; the staff group's goes with the ticket.
 *
 * @throws {@link Refusal} `invalid-input` for an empty or overlong title.
 */
export function renameTicket(course: Course, intent: IntentOf<'rename-ticket'>): void {
  const { ticketId } = intent
  const { conversationId, title: before } = openTicketOf(course.state, ticketId)
  const title = intent.title.trim()
  if (title === '') throw new Refusal('invalid-input', 'A ticket needs a title.', { field: 'title' })
  if (title.length > titleMaxLength)
    throw new Refusal('invalid-input', `A title has at most ${titleMaxLength} characters.`, {
      field: 'title',
    })
  if (title === before) return
  course.happen({ kind: 'ticket-renamed', conversationId, ticketId, title })
  const conversation = course.state.conversations.get(conversationId)
  if (currentTicket(course.state, conversation)?.id === ticketId) nameMirror(course, conversationId)
}
