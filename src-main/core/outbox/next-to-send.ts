import type { DeskState } from '../desk/state'
import type { OutboxEntry } from './entry'

/**
 * Whether an entry is still held back for Undo at `now` (epoch ms). A clock that was set back by more than the
 * hold itself ends it: how much of it is over cannot be known, and a reply must not wait until the clock comes
 * round again. So no hold lasts longer than twice its span.
 */
function isHeld({ state, queuedAt }: OutboxEntry, now: number): boolean {
  if (state.kind !== 'held') return false
  const spanMs = state.until - queuedAt
  return now < state.until && now >= queuedAt - spanMs
}

/**
 * What may go out at `now` (epoch ms): at most one entry per chat, the oldest. A held or failed one holds back
 * all that comes after it in its conversation, so that order is kept, but no other conversation.
 */
export function sendable({ outbox, waiting }: DeskState, now: number): readonly OutboxEntry[] {
  const byChat = new Map<string, OutboxEntry>()
  for (const [firstId] of waiting.values()) {
    const first = firstId === undefined ? undefined : outbox.get(firstId)
    if (!first || first.state.kind === 'failed' || isHeld(first, now)) continue
    const earlier = byChat.get(first.chatId)
    if (!earlier || first.seq < earlier.seq) byChat.set(first.chatId, first)
  }
  return [...byChat.values()]
}
