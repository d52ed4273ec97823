import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { ticketOf } from '../ticket/find-ticket'

/** The team has seen a ticket up to a position. Seeing less than before is no event. */
export function seeTicket(course: Course, { ticketId, position }: IntentOf<'see-ticket'>): void {
  const { conversationId, seenPosition, customerPosition } = ticketOf(course.state, ticketId)
  const seen = Math.min(position, course.state.seq)
  if (seen <= seenPosition || seenPosition >= customerPosition) return
  course.happen({ kind: 'ticket-seen', conversationId, ticketId, position: seen })
}
