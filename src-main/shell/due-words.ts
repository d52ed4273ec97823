/** A deadline as the tray and its menu say it. */
export interface NextDeadline {
  readonly code: string
  readonly ticketId: string
  /** Epoch ms. */
  readonly dueAt: number
}

/**
 * "KPT417 due 13:05", "KPT417 due Tue 09:00", "KPT417 overdue since 12:40".
 *
 * @param now epoch ms
 * @param timeZone IANA name; the computer's own if absent
 */
export function dueWords({ code, dueAt }: NextDeadline, now: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const dayOf = (at: number) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', ...zone }).format(at)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone }).format(dueAt)
  const isWithinWeek = Math.abs(dueAt - now) < 6 * 86_400_000
  const day = new Intl.DateTimeFormat(
    'en-GB',
    isWithinWeek ? { weekday: 'short', ...zone } : { day: 'numeric', month: 'short', ...zone },
  ).format(dueAt)
  const when = dayOf(dueAt) === dayOf(now) ? time : `${day} ${time}`
  return dueAt <= now ? `${code} overdue since ${when}` : `${code} due ${when}`
}
