import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import { echoedEntry, lateEcho, partOfAlbum } from '../outbox/echo'
import { settleSent } from '../outbox/settle-sent'
import { isTeam } from '../people/names'
import { createTicket } from '../ticket/create-ticket'
import { currentTicket } from '../ticket/find-ticket'
import { setStatus } from '../ticket/set-status'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import type { Conversation } from './conversation'
import type { IncomingMessage } from './message'
import { findConversation } from './topic'

/**
 * A message in a topic: a customer's opens or moves a ticket, the team's answers it (R43: in whatever app it
 * was written), a bot's is kept and counts for nothing. Told twice, it is taken once (T1).
 */
export function receiveMessage(course: Course, message: IncomingMessage): void {
  if (course.known.find(message.chatId, message.number)) return
  const conversation = findConversation(course, message.chatId, message.topicId)
  if (!conversation || (message.isOwn && isOurSend(course, conversation, message))) return
  const { state } = course
  const isBot = state.people.get(message.senderId)?.isBot === true
  if (!message.isOwn && !isBot && !isTeam(state, message.senderId))
    receiveFromCustomer(course, conversation, message)
  else
    receiveFromTeam(
      course,
      conversation,
      message,
      isBot || (message.isOwn && state.people.get(message.senderId)?.isBot === true),
    )
}

/** Whether a message is a reply of this desk come back; then it marks that reply as sent. */
function isOurSend(course: Course, conversation: Conversation, message: IncomingMessage): boolean {
  const { number, sentAt, media } = message
  const entry = echoedEntry(course.state, message, conversation.id)
  if (entry) {
    settleSent(course, entry, { number, sentAt, media })
    return true
  }
  const ticketId = currentTicket(course.state, conversation)?.id ?? conversation.id
  const late = lateEcho(conversation, message)
  if (late) {
    const { outboxId } = late
    course.happen({
      kind: 'reply-sent',
      conversationId: conversation.id,
      ticketId,
      outboxId,
      number,
      sentAt,
      media,
    })
    return true
  }
  const partOf = partOfAlbum(conversation, message)
  if (partOf === null) return false
  keep(course, conversation, ticketId, 'team', message, { kind: 'agent', id: message.senderId }, partOf)
  return true
}

/** A topic that the team opened is kept too, and becomes a ticket when its customer writes. */
function receiveFromTeam(
  course: Course,
  conversation: Conversation,
  message: IncomingMessage,
  isBot: boolean,
): void {
  const ticket = currentTicket(course.state, conversation)
  const by: Actor = isBot ? { kind: 'desk' } : { kind: 'agent', id: message.senderId }
  keep(course, conversation, ticket?.id ?? conversation.id, 'team', message, by)
  if (!isBot && (ticket?.status === 'new' || ticket?.status === 'open'))
    setStatus(course, ticket.id, { to: 'in_progress', cause: 'reply', trueAt: ms(message.sentAt) }, by)
}

function receiveFromCustomer(course: Course, conversation: Conversation, message: IncomingMessage): void {
  const by: Actor = { kind: 'customer', id: message.senderId }
  const current = currentTicket(course.state, conversation)
  if (!current || isPastReopening(course, current, message)) {
    const ticketId = createTicket(course, conversation, message, current)
    keep(course, conversation, ticketId, 'customer', message, by)
    return
  }
  keep(course, conversation, current.id, 'customer', message, by)
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

function keep(
  course: Course,
  { id: conversationId }: Conversation,
  ticketId: string,
  side: 'customer' | 'team',
  message: IncomingMessage,
  by: Actor,
  partOf?: string,
): void {
  course.happen(
    {
      kind: 'message-received',
      ...{ conversationId, ticketId, side, message },
      ...(partOf === undefined ? {} : { partOf }),
    },
    by,
  )
}
