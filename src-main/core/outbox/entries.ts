import type { DeskState } from '../desk/state'
import type { OutboxEntry } from './entry'

/** A message to the customer that waits to go out, or of which nobody knows yet whether it did. */
export type ReplyEntry = Extract<OutboxEntry, { kind: 'reply' }>

/** The order an entry goes in: its conversation's own, or that of the conversation's copy in the staff group. */
export function lineOf({
  conversationId,
  isMirror,
}: Pick<OutboxEntry, 'conversationId' | 'isMirror'>): string {
  return isMirror ? `${conversationId}#mirror` : conversationId
}

/** What waits to go out of one conversation, in the order it must go. */
export function entriesInOrder(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  conversationId: string,
  isMirror = false,
): readonly OutboxEntry[] {
  return (waiting.get(lineOf({ conversationId, isMirror })) ?? []).flatMap((id) => outbox.get(id) ?? [])
}

/** What must go out of one conversation first; null if nothing waits. */
export function firstInLine(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  conversationId: string,
): OutboxEntry | null {
  const [id] = waiting.get(lineOf({ conversationId, isMirror: false })) ?? []
  return (id !== undefined && outbox.get(id)) || null
}

/** What stands first in each line: only that is ever under way. */
export function* firstOfLines({
  outbox,
  waiting,
}: Pick<DeskState, 'outbox' | 'waiting'>): Generator<OutboxEntry> {
  for (const line of waiting.ids()) {
    const [id] = waiting.get(line) ?? []
    const entry = id === undefined ? undefined : outbox.get(id)
    if (entry) yield entry
  }
}

/** Who waits in a line after an entry came into the outbox or left it. */
export function waitingAfter(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  after: DeskState['outbox'],
  outboxId: string,
): DeskState['waiting'] {
  const was = outbox.get(outboxId)
  const is = after.get(outboxId)
  if (is && !was) {
    const line = waiting.get(lineOf(is)) ?? []
    const place = placeIn(line, is, outbox)
    return waiting.set(lineOf(is), [...line.slice(0, place), outboxId, ...line.slice(place)])
  }
  if (!was || is) return waiting
  const line = lineOf(was)
  const left = (waiting.get(line) ?? []).filter((id) => id !== outboxId)
  return left.length === 0 ? waiting.delete(line) : waiting.set(line, left)
}

/**
 * Where in its line a new entry stands: at the end. Only a topic that is made anew comes before all that waits to go
 * into it, whatever holds that back, and the recap right behind the topic.
 */
function placeIn(line: readonly string[], entry: OutboxEntry, outbox: DeskState['outbox']): number {
  if (entry.isMirror) return line.length
  if (isMaking(entry)) return 0
  const first = outbox.get(line[0] ?? '')
  const isRecap = entry.kind === 'reply' && entry.purpose === 'recap'
  return isRecap && first && isMaking(first) ? 1 : line.length
}

/** Whether an entry makes a topic. */
export function isMaking(entry: OutboxEntry): boolean {
  return entry.kind === 'topic-task' && typeof entry.task !== 'string' && entry.task.kind === 'create'
}
