import type { OutboxEntry } from '../../../core/outbox/entry'
import type { Clock, SendResult } from '../../../core/ports'

/** What a bot may send to one group in a minute (Telegram's Bots FAQ; telegram.md B.6). */
const botPerMinute = 20
const minuteMs = 60_000

/** Sends one entry. See send.ts. */
export type Send = (entry: OutboxEntry) => Promise<SendResult>

/**
 * Keeps to the pauses Telegram asks for, one chat at a time: an entry for a chat in a pause is not even tried,
 * because every try makes the pause longer. For bots it also stays below what Telegram allows a group.
 */
export function paced(send: Send, clock: Clock, isBot: boolean): Send {
  const pausedUntil = new Map<string, number>()
  const sentAt = new Map<string, number[]>()

  const waitFor = (chatId: string, now: number): number | null => {
    const until = pausedUntil.get(chatId) ?? 0
    if (until > now) return until
    if (!isBot) return null
    const recent = (sentAt.get(chatId) ?? []).filter((at) => at > now - minuteMs && at <= now)
    sentAt.set(chatId, recent)
    const oldest = recent[0]
    return recent.length >= botPerMinute && oldest !== undefined ? oldest + minuteMs : null
  }

  return async (entry) => {
    const until = waitFor(entry.chatId, clock.now())
    if (until !== null) return { kind: 'wait', until }
    const result = await send(entry)
    if (result.kind === 'wait') pausedUntil.set(entry.chatId, result.until)
    else if (isBot && result.kind === 'sent') {
      sentAt.set(entry.chatId, [...(sentAt.get(entry.chatId) ?? []), clock.now()])
    }
    return result
  }
}
