import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import { beginIntake } from '../intake/begin-intake'
import { isStaffGroup } from '../mirror/mirror-at'
import { hearStaff } from '../mirror/staff-message'
import { isTeam } from '../people/names'
import { createTicket } from '../ticket/create-ticket'
import { currentTicket } from '../ticket/find-ticket'
import { setStatus } from '../ticket/set-status'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import type { Conversation } from './conversation'
import { keepMessage } from './keep-message'
import { type IncomingMessage, privateChatOf } from './message'
import { isOurSend } from './own-send'
import { receivePrivate } from './receive-private'
import { stopStaleReplies } from './stop-stale-replies'
import { findConversation } from './topic'

/**
 * A message, by where it was said: a private chat, the staff group, or a topic of customers. In a topic a customer's
 * opens or moves a ticket, the team's answers it (R43: in whatever app it was written), a bot's is kept and counts
 * for nothing. Told twice, it is taken once (T1).
 */
export function receiveMessage(course: Course, message: IncomingMessage, isContext = false): void {
  if (course.known.find(message.chatId, message.number)) return
  if (privateChatOf(message.chatId)) receivePrivate(course, message, isContext)
  else if (isStaffGroup(course.state, message.chatId)) hearStaff(course, message)
  else receiveInTopic(course, message)
}

function receiveInTopic(course: Course, message: IncomingMessage): void {
  const conversation = findConversation(course, message.chatId, message.topicId)
  if (!conversation || (message.isOwn && isOurSend(course, conversation, message))) return
  const { people } = course.state
  const isBot = people.get(message.senderId)?.isBot === true
  if (message.isOwn || isBot || isTeam(course.state, message.senderId))
    receiveFromTeam(course, conversation, message, isBot)
  else receiveFromCustomer(course, conversation, message)
}

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

/** Answers the id of the ticket the message went to, and whether it opened it. `title` is a new ticket's. */
export function receiveFromCustomer(
  course: Course,
  conversation: Conversation,
  message: IncomingMessage,
  title?: string,
): void {
  const by: Actor = { kind: 'customer', id: message.senderId }
  const current = currentTicket(course.state, conversation)
  stopStaleReplies(course, conversation, message)
  if (!current || isPastReopening(course, current, message)) {
    const ticketId = createTicket(course, conversation, message, current, { title })
    keepMessage(course, conversation, ticketId, 'customer', message, by)
    return
  }
  keepMessage(course, conversation, current.id, 'customer', message, by)
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
