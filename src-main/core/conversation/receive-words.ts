import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import { answerByMessage } from '../intake/answer-intake'
import { beginIntake } from '../intake/begin-intake'
import { copyCustomerMessage } from '../mirror/copy-customer-message'
import { keepOwnNumber } from '../people/keep-own-number'
import { createTicket } from '../ticket/create-ticket'
import { currentTicket } from '../ticket/find-ticket'
import { setStatus } from '../ticket/set-status'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import type { Conversation } from './conversation'
import { keepMessage } from './keep-message'
import type { IncomingMessage } from './message'
import { stopStaleReplies } from './stop-stale-replies'

/** A conversation that the team began is kept too, and becomes a ticket when its customer writes. */
export function receiveFromTeam(
  course: Course,
  conversation: Conversation,
  message: IncomingMessage,
  isBot: boolean,
): void {
  const ticket = currentTicket(course.state, conversation)
  const by: Actor = isBot ? { kind: 'desk' } : { kind: 'agent', id: message.senderId }
  keepMessage(course, conversation, ticket?.id ?? conversation.id, 'team', message, by)
  if (!isBot && (ticket?.status === 'new' || ticket?.status === 'open'))
    setStatus(course, ticket.id, { to: 'in_progress', cause: 'reply', trueAt: ms(message.sentAt) }, by)
}

/** A customer's message opens a ticket, named `title` if given, or goes to the one there is. */
export function receiveFromCustomer(
  course: Course,
  conversation: Conversation,
  message: IncomingMessage,
  title?: string,
): void {
  const by: Actor = { kind: 'customer', id: message.senderId }
  const current = currentTicket(course.state, conversation)
  keepOwnNumber(course, message)
  stopStaleReplies(course, conversation, message)
  if (!current || isPastReopening(course, current, message)) {
    const ticketId = createTicket(course, conversation, message, current, title)
    keepMessage(course, conversation, ticketId, 'customer', message, by)
    copyCustomerMessage(course, conversation.id, message)
    beginIntake(course, ticketId)
    return
  }
  keepMessage(course, conversation, current.id, 'customer', message, by)
  copyCustomerMessage(course, conversation.id, message)
  answerByMessage(course, current, message)
  const { status, repliedAt, assignee } = current
  if (status === 'new' || status === 'open' || status === 'in_progress') return
  const to = repliedAt !== null || assignee !== null ? 'in_progress' : 'open'
  setStatus(course, current.id, { to, cause: 'customer', trueAt: ms(message.sentAt) }, by)
}

/** Within the window a finished ticket reopens; after it, a follow-up opens (C11). */
function isPastReopening({ state }: Course, ticket: Ticket, { sentAt }: IncomingMessage): boolean {
  const over = ticket.resolvedAt ?? ticket.closedAt
  return isDone(ticket.status) && over !== null && ms(sentAt) - over > state.settings.reopenWindowMs
}
