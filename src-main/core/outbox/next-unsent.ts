import type { DeskState } from '../desk/state'
import type { OutboxEntry } from './entry'

/**
 * The next ticket after `after` with something that waits to be sent or failed, round and round: what is meant for
 * customers first, oldest first, then what only the staff group's topic still lacks. Resolved and closed tickets are
 * among them. Null if nothing waits or failed in any ticket.
 */
export function nextUnsent(
  { outbox, tickets }: Pick<DeskState, 'outbox' | 'tickets'>,
  after: string | null,
): string | null {
  const entries = [...outbox.values()].filter(({ ticketId }) => tickets.has(ticketId)).sort(byNeed)
  const ids: readonly (string | null)[] = [...new Set(entries.map(({ ticketId }) => ticketId))]
  return ids[(ids.indexOf(after) + 1) % ids.length] ?? null
}

function byNeed(one: OutboxEntry, other: OutboxEntry): number {
  return Number(one.isMirror) - Number(other.isMirror) || one.seq - other.seq
}
