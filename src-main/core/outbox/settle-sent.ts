import { conversationChat, type IncomingMessage, type Iso } from '../conversation/message'
import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import { copyReply } from '../mirror/copy-reply'
import { editAfterSending } from '../mirror/edit-reply'
import { mainAccount } from '../people/accounts'
import { isGroup } from '../people/names'
import { assign } from '../ticket/assignment'
import { setStatus } from '../ticket/set-status'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import type { ReplyEntry } from './entries'
import { isOvertaken } from './is-overtaken'

/** What is known of a reply that arrived. */
export interface Arrival {
  readonly number: number | null
  readonly sentAt: Iso
  readonly media: IncomingMessage['media']
}

/**
 * A reply arrived: it answers the ticket (R43), takes it if nobody has it and a person wrote it, and only now does what was to follow
 * it, so that nothing is resolved by a reply that failed. If the customer wrote meanwhile, nothing more
 * follows: what they wrote is still to be read.
 */
export function settleSent(course: Course, entry: ReplyEntry, arrival: Arrival): void {
  const { ticketId, conversationId, id: outboxId, authorId } = entry
  const author = entry.purpose === undefined ? (authorId ?? mainAccount(course.state)?.id) : undefined
  const by: Actor = author === undefined ? { kind: 'desk' } : { kind: 'agent', id: author }
  const elsewhere = entry.chatId === conversationChat(conversationId) ? {} : { chatId: entry.chatId }
  course.happen({ kind: 'reply-sent', conversationId, ticketId, outboxId, ...arrival, ...elsewhere }, by)
  copyReply(course, entry, arrival)
  const { origin } = entry
  const { number } = arrival
  if (origin && number !== null)
    editAfterSending(course, { ...entry, origin, number, authorId: authorId ?? null })
  const ticket = course.state.tickets.get(ticketId)
  if (!ticket || ticket.status === 'closed' || entry.purpose !== undefined) return
  if (ticket.assignee === null && author !== undefined && !isGroup(author))
    assign(course, ticket, author, 'reply', by)
  const trueAt = ms(arrival.sentAt)
  const isAnswer = !isOvertaken(ticket, entry)
  if (entry.after === 'resolve' && isAnswer)
    setStatus(course, ticketId, { to: 'resolved', cause: 'reply', trueAt }, by)
  else if (entry.after === 'wait' && isAnswer && !isDone(ticket.status))
    setStatus(course, ticketId, { to: 'pending_customer', cause: 'reply', trueAt }, by)
  else if (ticket.status === 'new' || ticket.status === 'open')
    setStatus(course, ticketId, { to: 'in_progress', cause: 'reply', trueAt }, by)
}
