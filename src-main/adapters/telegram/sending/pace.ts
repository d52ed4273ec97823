import { privateChatOf } from '../../../core/conversation/message'
import type { OutboxEntry } from '../../../core/outbox/entry'
import type { Clock, SendResult } from '../../../core/ports'
import { monotonicMs } from '../link/monotonic'

/** What a bot may send to one group in a minute (Telegram's Bots FAQ; telegram.md B.6). */
const groupPerMinute = 20
/** Of these, what copies and topic changes leave free, so that no reply waits behind them. */
const keptForReplies = 3
const minuteMs = 60_000
/** About one message a second to one person, a few at once; and thirty a second in all. */
const chatPerSpan = { count: 5, ms: 5_000 }
const allPerSpan = { count: 30, ms: 1_000 }

/** Sends one entry. See send.ts. */
export type Send = (entry: OutboxEntry) => Promise<SendResult>

/**
 * Keeps to the pauses Telegram asks for, one chat at a time: an entry for a chat in a pause is not even tried,
 * because every try makes the pause longer. For bots it also stays below what Telegram allows in one chat and in
 * all (T5); copies, edits and topic changes count like messages, and replies go before them.
 *
 * Pauses are spans: they are measured on a clock that nobody can set, so that a day's correction of the
 * computer's clock neither holds a reply for a day nor lets one go too early.
 *
 * @param spanMs a monotonic clock, in ms.
 */
export function paced(send: Send, clock: Clock, isBot: boolean, spanMs: () => number = monotonicMs): Send {
  const pausedUntil = new Map<string, number>()
  const sentAt = new Map<string, number[]>()
  const everything = 'all'

  /** When another one is allowed if only `count` are within `ms`; null for now. */
  const allowedAt = (of: string, count: number, ms: number): number | null => {
    const recent = (sentAt.get(of) ?? []).filter((at) => at > spanMs() - ms)
    const blocking = recent[recent.length - count]
    return blocking === undefined ? null : blocking + ms
  }

  const endOfPause = ({ chatId, kind }: OutboxEntry): number | null => {
    const now = spanMs()
    const until = pausedUntil.get(chatId) ?? now
    if (until > now) return until
    if (!isBot) return null
    const inGroup = groupPerMinute - (kind === 'reply' ? 0 : keptForReplies)
    const inChat = privateChatOf(chatId)
      ? allowedAt(chatId, chatPerSpan.count, chatPerSpan.ms)
      : allowedAt(chatId, inGroup, minuteMs)
    const inAll = allowedAt(everything, allPerSpan.count, allPerSpan.ms)
    return inChat === null && inAll === null ? null : Math.max(inChat ?? now, inAll ?? now)
  }

  /** Of chats in which nothing counts any more nothing is kept: over the months a bot writes to many people. */
  const forget = () => {
    const now = spanMs()
    for (const [chatId, until] of pausedUntil) if (until <= now) pausedUntil.delete(chatId)
    for (const [of, times] of sentAt) if ((times.at(-1) ?? 0) <= now - minuteMs) sentAt.delete(of)
  }

  const note = (of: string, messages: number) => {
    const now = spanMs()
    const before = (sentAt.get(of) ?? []).filter((at) => at > now - minuteMs)
    sentAt.set(of, [...before, ...Array.from({ length: messages }, () => now)])
  }

  return async (entry) => {
    const until = endOfPause(entry)
    if (until !== null) return { kind: 'wait', until: clock.now() + until - spanMs() }
    const result = await send(entry)
    forget()
    if (result.kind === 'wait') {
      pausedUntil.set(entry.chatId, spanMs() + result.until - clock.now())
    } else if (isBot && result.kind === 'sent') {
      const messages = messagesIn(entry)
      note(entry.chatId, messages)
      note(everything, messages)
    }
    return result
  }
}

/** An album is as many messages as it has files. */
function messagesIn(entry: OutboxEntry): number {
  if (entry.kind === 'reply') return Math.max(1, entry.files.length + entry.media.length)
  if (typeof entry.task === 'string' || entry.task.kind !== 'copy') return 1
  return Math.max(1, entry.task.media.length)
}
