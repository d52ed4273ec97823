import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import type { Conversation } from './conversation'
import type { IncomingMessage } from './message'

/** Puts a message on record. `partOf` and `isContext` as in the event. */
export function keepMessage(
  course: Course,
  { id: conversationId }: Pick<Conversation, 'id'>,
  ticketId: string,
  side: 'customer' | 'team',
  message: IncomingMessage,
  by: Actor,
  more: { readonly partOf?: string; readonly isContext?: true } = {},
): void {
  course.happen({ kind: 'message-received', conversationId, ticketId, side, message, ...more }, by)
}
