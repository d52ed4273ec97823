import type { Announcement } from '../desk/effects'
import { spanSentence } from '../sla/span-words'

/** How long before Telegram begins to forget the team is told, ms. */
export const forgetWarnMs = 3 * 3_600_000

/** The key of the announcement that a bot is away too long. */
export const forgetKey = (accountId: string) => `health:forget:${accountId}`

/**
 * A bot is away, and Telegram keeps what it cannot deliver to it for a day only (T3). `forgetsAt` and `now`: epoch ms.
 */
export function forgetNotice(accountId: string, name: string, forgetsAt: number, now: number): Announcement {
  const leftMs = forgetsAt - now
  return {
    key: forgetKey(accountId),
    kind: 'health',
    title:
      leftMs > 0
        ? `${name} is offline: messages may be lost in ${spanSentence(leftMs)}`
        : `${name} was offline for too long: messages may be lost`,
    body: 'Telegram keeps what it cannot deliver to a bot for 24 hours. Connect this computer.',
    ticketId: null,
    urgent: true,
    actions: [],
  }
}
