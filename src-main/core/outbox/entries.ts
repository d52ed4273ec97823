import type { DeskState } from '../desk/state'
import type { OutboxEntry } from './entry'

export type ReplyEntry = Extract<OutboxEntry, { kind: 'reply' }>

/** What waits to go out, of one conversation or of all, in the order it must go. */
export function entriesInOrder(state: DeskState, conversationId?: string): readonly OutboxEntry[] {
  const entries = [...state.outbox.values()]
  const wanted =
    conversationId === undefined
      ? entries
      : entries.filter((entry) => entry.conversationId === conversationId)
  return wanted.sort((one, other) => one.seq - other.seq)
}
