import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { isGroup, isTeam, nameOf } from '../people/names'
import { Refusal } from '../refusal'
import { openTicketOf } from './find-ticket'
import { setStatus } from './set-status'
import type { Ticket } from './ticket'

/**
 * Hands a waiting ticket to the person who asks. Claiming twice is harmless: the holder gets no new event. Two
 * people racing is not: the second is refused, because a customer must never get two answers (R85).
 *
 * @throws {@link Refusal} `conflict` if someone else holds it; `not-allowed` for an admin who writes as the group.
 */
export function claimTicket(course: Course, { ticketId }: { readonly ticketId: string }): void {
  const ticket = openTicketOf(course.state, ticketId)
  const agentId = agentOf(course.by)
  if (ticket.assignee === agentId) return
  if (ticket.assignee !== null) throw alreadyTaken(course, ticket.assignee)
  if (isGroup(agentId))
    throw new Refusal('not-allowed', 'A group cannot have a ticket. Write in your own name to claim it.')
  assign(course, ticket, agentId, 'claim')
  if (ticket.status === 'new' || ticket.status === 'open')
    setStatus(course, ticketId, { to: 'in_progress', cause: 'assignment' })
}

/**
 * Puts a ticket back for anyone to take. One nobody answered yet waits as open again.
 *
 * @throws {@link Refusal} `conflict` if someone else holds it: giving away another's ticket is assigning.
 */
export function releaseTicket(course: Course, { ticketId }: IntentOf<'release-ticket'>): void {
  const ticket = openTicketOf(course.state, ticketId)
  if (ticket.assignee === null) return
  if (ticket.assignee !== agentOf(course.by)) throw alreadyTaken(course, ticket.assignee)
  assign(course, ticket, null, 'release')
  if (ticket.status === 'in_progress' && ticket.repliedAt === null)
    setStatus(course, ticketId, { to: 'open', cause: 'assignment' })
}

/**
 * Gives a ticket to anyone of the team, or to nobody, whoever holds it. A new one becomes open: it is routed
 * now; taken by oneself it is in progress, as by claiming.
 *
 * @throws {@link Refusal} `invalid-input` if the person is not of the team.
 */
export function assignTicket(course: Course, { ticketId, agentId }: IntentOf<'assign-ticket'>): void {
  const ticket = openTicketOf(course.state, ticketId)
  if (ticket.assignee === agentId) return
  const toMyself = course.by.kind === 'agent' && course.by.id === agentId
  if (agentId !== null && !toMyself && !isTeam(course.state, agentId))
    throw new Refusal('invalid-input', 'This person is not in the team.', { field: 'agentId' })
  assign(course, ticket, agentId, 'assign')
  if (agentId === null) return
  if (toMyself && (ticket.status === 'new' || ticket.status === 'open'))
    setStatus(course, ticketId, { to: 'in_progress', cause: 'assignment' })
  else if (ticket.status === 'new') setStatus(course, ticketId, { to: 'open', cause: 'assignment' })
}

/** Puts an assignment on record. */
export function assign(
  course: Course,
  { id: ticketId, conversationId }: Ticket,
  agentId: string | null,
  how: 'claim' | 'assign' | 'release' | 'reply',
  by: Actor = course.by,
): void {
  course.happen({ kind: 'ticket-assigned', conversationId, ticketId, agentId, how }, by)
}

/** @throws {@link Refusal} `forbidden` if no person of the team asks. */
export function agentOf(by: Actor): string {
  if (by.kind !== 'agent') throw new Refusal('forbidden', 'Only a person of the team can do this.')
  return by.id
}

function alreadyTaken(course: Course, holder: string): Refusal {
  return new Refusal('conflict', `Already ${possessive(nameOf(course.state, holder))}.`)
}

function possessive(name: string): string {
  return `${name}'s`
}
