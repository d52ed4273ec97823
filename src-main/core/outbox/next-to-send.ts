import type { DeskState } from '../desk/state'
import { entriesInOrder } from './entries'
import type { OutboxEntry } from './entry'

/** Whether an entry is still held back for Undo at `now` (epoch ms). */
function isHeld(entry: OutboxEntry, now: number): boolean {
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
