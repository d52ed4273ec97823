import type { DeskState } from '../desk/state'
import { entriesInOrder } from './entries'
import type { OutboxEntry } from './entry'

/** Whether an entry is still held back for Undo at `now` (epoch ms). */
export function isHeld(entry: OutboxEntry, now: number): boolean {
  return entry.state.kind === 'held' && entry.state.until > now
}

/**
 * What may go out at `now` (epoch ms): at most one entry per chat, the oldest. A held or failed one holds back
 * all that comes after it in its conversation, so that order is kept, but no other conversation.
 */
export function sendable(state: DeskState, now: number): readonly OutboxEntry[] {
  const waiting = new Set<string>()
  const byChat = new Map<string, OutboxEntry>()
  for (const entry of entriesInOrder(state)) {
    if (waiting.has(entry.conversationId) || byChat.has(entry.chatId)) continue
    if (entry.state.kind === 'failed' || isHeld(entry, now)) waiting.add(entry.conversationId)
    else byChat.set(entry.chatId, entry)
  }
  return [...byChat.values()]
}

/** When the next hold ends (epoch ms), null if nothing is held. Holds that ended before `now` do not count. */
export function nextRelease(state: DeskState, now: number): number | null {
  let next: number | null = null
  for (const entry of state.outbox.values()) {
    if (entry.state.kind !== 'held' || entry.state.until <= now) continue
    if (next === null || entry.state.until < next) next = entry.state.until
  }
  return next
}
