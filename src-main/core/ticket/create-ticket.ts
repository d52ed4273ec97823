import type { Conversation } from '../conversation/conversation'
import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import { nameMirror } from '../mirror/begin-mirror'
import type { Ticket } from './ticket'
import { ticketCode } from './ticket-code'

/**
 * Opens a ticket for a topic or chat in which a customer wrote (R25), or a follow-up to the one before, and answers
 * its id. Ids and codes come from chat and topic, so every desk that reads the same stream gives the same.
 */
export function createTicket(
  course: Course,
  conversation: Conversation,
  { senderId, sentAt }: Pick<IncomingMessage, 'senderId' | 'sentAt'>,
  before: Ticket | null,
  title = conversation.title,
  how: 'by-customer' | 'by-hand' = 'by-customer',
): string {
  const nth = conversation.ticketIds.length + 1
  const ticketId = nth === 1 ? conversation.id : `${conversation.id}.${nth}`
  course.happen(
    {
      kind: 'ticket-created',
      conversationId: conversation.id,
      ticketId,
      code: ticketCode(ticketId, (code) => course.state.codes.has(code)),
      title: title.trim() || `Topic ${conversation.topicId}`,
      customerId: senderId,
      priority: 'medium',
      followUpOf: before?.id ?? null,
      openedAt: sentAt,
      ...(how === 'by-hand' ? { status: 'open' as const } : {}),
    },
    how === 'by-hand' ? course.by : { kind: 'customer', id: senderId },
  )
  nameMirror(course, conversation.id)
  return ticketId
}
