import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { Refusal } from '../refusal'
import { openTicketOf } from '../ticket/find-ticket'

/**
 * Adds a note that only the team sees; it never leaves this machine (T11) and answers nobody. The same id twice is the same note.
 * `isFromTopic` as in the event.
 *
 * @throws {@link Refusal} `invalid-input` for an empty note, `not-allowed` on a closed ticket (R52).
 */
export function addNote(
  course: Course,
  { ticketId, noteId, text }: IntentOf<'add-note'>,
  where: { readonly isFromTopic?: true } = {},
): void {
  const { conversationId, noteIds } = openTicketOf(course.state, ticketId)
  if (noteIds?.includes(noteId)) return
  if (text.trim() === '') throw new Refusal('invalid-input', 'Write something first.', { field: 'text' })
  course.happen({ kind: 'note-added', conversationId, ticketId, noteId, text: text.trim(), ...where })
}
