import type { Settings } from '../../../src-preload/contract/settings'
import type { Ticket } from '../ticket/ticket'
import { deadlines } from './deadlines'

/** When a resolved ticket closes by itself (epoch ms); null if it never does. Only from resolved (C21). */
export function autoCloseAt(
  { status, statusSince }: Pick<Ticket, 'status' | 'statusSince'>,
  { autoCloseMs }: Settings,
): number | null {
  if (status !== 'resolved' || autoCloseMs === null) return null
  return statusSince + autoCloseMs
}

/**
 * The next time something about this ticket happens by itself (epoch ms): a warning or a deadline not told of
 * yet, the end of a hold, the close after quiet, the end of the time for the bot's question. Null if only people
 * can move it.
 */
export function nextWake(ticket: Ticket, settings: Settings): number | null {
  const times: number[] = []
  for (const { clock, warnAt, dueAt } of deadlines(ticket, settings)) {
    if (ticket.noticed.includes(`${clock}:breached`)) continue
    times.push(ticket.noticed.includes(`${clock}:at-risk`) ? dueAt : warnAt)
  }
  if (ticket.status === 'on_hold' && ticket.holdUntil !== null) times.push(ticket.holdUntil)
  if (ticket.intake && ticket.intake.until !== null) times.push(ticket.intake.until)
  const close = autoCloseAt(ticket, settings)
  if (close !== null) times.push(close)
  return times.length === 0 ? null : Math.min(...times)
}
