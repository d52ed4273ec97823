import type { Announcement } from '../desk/effects'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { isMe } from '../people/names'
import { ms } from '../time'
import { type ClockNotice, clockNotice, digestNotice } from './words'

/** More clocks than this at once are told as one. */
const manyClocks = 3

/**
 * Promises at risk, to whom the ticket belongs or to all while it is nobody's (R186), and broken ones, to
 * everybody. Do not disturb keeps the broken ones.
 */
export function announceClocks(state: DeskState, recorded: readonly Recorded[]): readonly Announcement[] {
  const { atRisk, breached, doNotDisturb } = state.settings.notifications
  const notices = recorded
    .flatMap((one) => noticeOf(state, one))
    .filter(({ level, ticket }) => {
      if (level === 'breached') return breached
      return atRisk && !doNotDisturb && (ticket.assignee === null || isMe(state, ticket.assignee))
    })
  const [first] = recorded
  const now = first ? ms(first.at) : 0
  if (notices.length <= manyClocks) return notices.map((notice) => clockNotice(state, notice, now))
  const broken = notices.filter(({ level }) => level === 'breached')
  const [mostUrgent] = (broken.length > 0 ? [...broken] : [...notices]).sort(
    (one, other) => one.trueAt - other.trueAt,
  )
  return [
    digestNotice({
      breached: new Set(broken.map(({ ticket }) => ticket.id)).size,
      atRisk: notices.length - broken.length,
      opened: 0,
      mostUrgent: mostUrgent?.ticket ?? null,
    }),
  ]
}

function noticeOf(state: DeskState, { event }: Recorded): readonly ClockNotice[] {
  if (event.kind !== 'clock-noticed') return []
  const ticket = state.tickets.get(event.ticketId)
  return ticket ? [{ ticket, clock: event.clock, level: event.level, trueAt: ms(event.trueAt) }] : []
}
