import type { OutboxEntry } from '../../../core/outbox/entry'
import type { Clock, SendResult } from '../../../core/ports'
import { monotonicMs } from '../link/monotonic'

/** What a bot may send to one group in a minute (Telegram's Bots FAQ; telegram.md B.6). */
const botPerMinute = 20
const minuteMs = 60_000

/** Sends one entry. See send.ts. */
export type Send = (entry: OutboxEntry) => Promise<SendResult>

/**
 * Keeps to the pauses Telegram asks for, one chat at a time: an entry for a chat in a pause is not even tried,
 * because every try makes the pause longer. For bots it also stays below what Telegram allows a group.
 *
 * Pauses are spans: they are measured on a clock that nobody can set, so that a day's correction of the
 * computer's clock neither holds a reply for a day nor lets one go too early.
 *
 * @param spanMs a monotonic clock, in ms.
 */
export function paced(send: Send, clock: Clock, isBot: boolean, spanMs: () => number = monotonicMs): Send {
  const pausedUntil = new Map<string, number>()
  const sentAt = new Map<string, number[]>()

  const endOfPause = (chatId: string): number | null => {
    const now = spanMs()
    const until = pausedUntil.get(chatId) ?? now
    if (until > now) return until
    if (!isBot) return null
    const recent = (sentAt.get(chatId) ?? []).filter((at) => at > now - minuteMs)
    sentAt.set(chatId, recent)
    const oldest = recent[0]
    return recent.length >= botPerMinute && oldest !== undefined ? oldest + minuteMs : null
  }

  return async (entry) => {
    const until = endOfPause(entry.chatId)
    if (until !== null) return { kind: 'wait', until: clock.now() + until - spanMs() }
    const result = await send(entry)
    if (result.kind === 'wait') {
      pausedUntil.set(entry.chatId, spanMs() + result.until - clock.now())
    } else if (isBot && result.kind === 'sent') {
      sentAt.set(entry.chatId, [...(sentAt.get(entry.chatId) ?? []), spanMs()])
    }
    return result
  }
}
