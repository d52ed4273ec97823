import type { Announcement, Effect } from '../desk/effects'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { isDone } from '../ticket/transitions'
import { noticeKey } from './words'

const ofTicket = [
  'new-ticket',
  'customer-wrote',
  'at-risk',
  'breached',
] as const satisfies readonly Announcement['kind'][]

/** Takes back what is settled: answered, claimed, resolved, or worse than it was announced. */
export function withdrawSettled(
  before: DeskState,
  after: DeskState,
  recorded: readonly Recorded[],
): readonly Effect[] {
  const keys = new Set<string>()
  for (const { event, by } of recorded) {
    if (!('ticketId' in event)) continue
    const { ticketId } = event
    const isAnswer =
      event.kind === 'reply-sent' ||
      (event.kind === 'message-received' && event.side === 'team' && by.kind === 'agent')
    const was = before.tickets.get(ticketId)
    const is = after.tickets.get(ticketId)
    const isOver = is !== undefined && isDone(is.status) && was !== undefined && !isDone(was.status)
    if (isAnswer || isOver) for (const kind of ofTicket) keys.add(noticeKey(kind, ticketId))
    if (was !== undefined && was.failedReplies > 0 && is?.failedReplies === 0)
      keys.add(noticeKey('not-sent', ticketId))
    if (event.kind === 'ticket-assigned') keys.add(noticeKey('new-ticket', ticketId))
    if (event.kind === 'ticket-seen') {
      keys.add(noticeKey('not-sent', ticketId))
      keys.add(noticeKey('new-ticket', ticketId))
      keys.add(noticeKey('customer-wrote', ticketId))
    }
    if (event.kind === 'clock-noticed' && event.level === 'breached') keys.add(noticeKey('at-risk', ticketId))
  }
  return keys.size === 0 ? [] : [{ kind: 'withdraw', keys: [...keys] }]
}
