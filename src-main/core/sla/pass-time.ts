import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { passIntake } from '../intake/begin-intake'
import { setStatus } from '../ticket/set-status'
import { iso } from '../time'
import { deadlines } from './deadlines'
import { autoCloseAt } from './next-wake'

/**
 * Time has come for some tickets: clocks are noticed, holds end, forms end, resolved tickets close. Everything gets the
 * time it truly happened, however late it is noticed. Held replies need no event: their time is in them.
 */
export function passTime(course: Course, { ticketIds }: IntentOf<'pass-time'>): void {
  for (const ticketId of ticketIds) {
    endHold(course, ticketId)
    noticeClocks(course, ticketId)
    passIntake(course, ticketId)
    closeAfterQuiet(course, ticketId)
  }
}

function endHold(course: Course, ticketId: string): void {
  const ticket = course.state.tickets.get(ticketId)
  if (ticket?.status !== 'on_hold' || ticket.holdUntil === null || ticket.holdUntil > course.at) return
  const to = ticket.repliedAt !== null || ticket.assignee !== null ? 'in_progress' : 'open'
  setStatus(course, ticketId, { to, cause: 'hold-over', trueAt: ticket.holdUntil }, { kind: 'desk' })
}

/** A clock that is over its deadline is breached; that it was at risk before is not told then. */
function noticeClocks(course: Course, ticketId: string): void {
  const ticket = course.state.tickets.get(ticketId)
  if (!ticket) return
  const { conversationId, noticed } = ticket
  for (const { clock, warnAt, dueAt } of deadlines(ticket, course.state.settings)) {
    const level = dueAt <= course.at ? 'breached' : warnAt <= course.at ? 'at-risk' : null
    if (level === null || noticed.includes(`${clock}:${level}`)) continue
    const trueAt = iso(level === 'breached' ? dueAt : warnAt)
    course.happen({ kind: 'clock-noticed', conversationId, ticketId, clock, level, trueAt }, { kind: 'desk' })
  }
}

/** Only from resolved, never while it is our turn (C21). */
function closeAfterQuiet(course: Course, ticketId: string): void {
  const ticket = course.state.tickets.get(ticketId)
  const at = ticket && autoCloseAt(ticket, course.state.settings)
  if (at === undefined || at === null || at > course.at) return
  setStatus(course, ticketId, { to: 'closed', cause: 'inactivity', trueAt: at }, { kind: 'desk' })
}
