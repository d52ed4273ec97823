import { statusNames } from '../../../src-preload/contract/ticket-words'
import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { Refusal } from '../refusal'
import { ticketOf } from './find-ticket'
import { setStatus } from './set-status'
import type { Ticket } from './ticket'
import { transitions } from './transitions'

/**
 * Gives a ticket a status by a person's word. The same status again is no event (R57), except that a hold can
 * be given another end or reason.
 *
 * @throws {@link Refusal} `invalid-input` for a hold without a reason while the first reply is owed (C13) or
 * one that ended already; `not-allowed` for what the table forbids, unless a reason overrides it (R59).
 */
export function changeStatus(course: Course, intent: IntentOf<'change-status'>): void {
  const { ticketId, to } = intent
  const ticket = ticketOf(course.state, ticketId)
  const reason = intent.reason?.trim() || null
  const until = to === 'on_hold' ? intent.until : null
  const way = transitions[ticket.status][to]
  if (way === 'same' && !isOtherHold(ticket, to, reason, until)) return
  if (way === 'override' && reason === null)
    throw new Refusal(
      'not-allowed',
      `${ticket.code} is ${statusNames[ticket.status].toLowerCase()}: it cannot become ${statusNames[to].toLowerCase()} without a reason.`,
      { field: 'reason' },
    )
  if (to === 'on_hold') checkHold(ticket, reason, until, course.at)
  setStatus(course, ticketId, { to, cause: 'agent', reason, until })
}

function isOtherHold(
  ticket: Ticket,
  to: Ticket['status'],
  reason: string | null,
  until: number | null,
): boolean {
  return to === 'on_hold' && (reason !== ticket.holdReason || until !== ticket.holdUntil)
}

function checkHold(ticket: Ticket, reason: string | null, until: number | null, now: number): void {
  if (ticket.repliedAt === null && reason === null)
    throw new Refusal('invalid-input', 'The first reply is still owed. Say why it has to wait.', {
      field: 'reason',
    })
  if (until !== null && until <= now)
    throw new Refusal('invalid-input', 'A hold has to end in the future.', { field: 'until' })
}
