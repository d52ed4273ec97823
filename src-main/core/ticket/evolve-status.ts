import type { Settings } from '../../../src-preload/contract/settings'
import type { Ball, TicketStatus } from '../../../src-preload/contract/ticket'
import type { Recorded, TicketEvent } from '../desk/events'
import { advanceClocks } from '../sla/fold-clocks'
import { stillTrue } from '../sla/still-true'
import { ms } from '../time'
import type { Ticket } from './ticket'
import { isDone } from './transitions'

type StatusChanged = Recorded<Extract<TicketEvent, { kind: 'status-changed' }>>

/** A ticket with another status, and what hangs on it: the ball, stamps, the hold, the clocks. */
export function withStatus(ticket: Ticket, { event, at, by }: StatusChanged, settings: Settings): Ticket {
  const when = ms(event.trueAt ?? at)
  const { to } = event
  const ball = ballAfter(ticket, to)
  const changed: Ticket = {
    ...ticket,
    status: to,
    statusSince: when,
    ball,
    ballSince: ball === ticket.ball ? ticket.ballSince : when,
    holdUntil: to === 'on_hold' && event.until !== null ? ms(event.until) : null,
    holdReason: to === 'on_hold' ? event.reason : null,
    resolvedAt: resolvedAt(ticket, to, when),
    closedAt: to === 'closed' ? when : ticket.closedAt,
    closedBy: to === 'closed' ? by : ticket.closedBy,
  }
  const clocks = advanceClocks(ticket.clocks, 'status', changed, when, settings)
  const anew = { ...changed, clocks }
  // Promises may have changed while it was done.
  return isDone(ticket.status) && !isDone(to) ? { ...anew, noticed: stillTrue(anew, settings, when) } : anew
}

/** Closing keeps the stamp of the resolution before it; going back to work clears it (R53). */
function resolvedAt(ticket: Ticket, to: TicketStatus, when: number): number | null {
  if (to === 'resolved') return when
  return to === 'closed' ? ticket.resolvedAt : null
}

/** Whose turn it is by status: taken up again, it is ours; a hold leaves it where it was (C14). */
function ballAfter(ticket: Ticket, to: TicketStatus): Ball {
  if (isDone(to)) return 'nobody'
  if (to === 'pending_customer') return 'theirs'
  if (ticket.ball === 'nobody') return 'ours'
  const wasParked = ticket.status === 'pending_customer' || ticket.status === 'on_hold'
  return wasParked && to !== 'on_hold' ? 'ours' : ticket.ball
}
