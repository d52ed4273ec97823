import type { DeskState } from '../desk/state'
import { changeOf } from './changes'
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

/** Who waits in a line after an entry came into the outbox, was stopped by the customer's words, or left it. */
export function waitingAfter(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  after: DeskState['outbox'],
  outboxId: string,
): DeskState['waiting'] {
  const was = outbox.get(outboxId)
  const is = after.get(outboxId)
  if (was && is && (isStopped(was) || !isStopped(is))) return waiting
  const entry = is ?? was
  if (!entry) return waiting
  const line = (waiting.get(lineOf(entry)) ?? []).filter((id) => id !== outboxId)
  if (!is) return line.length === 0 ? waiting.delete(lineOf(entry)) : waiting.set(lineOf(entry), line)
  const place = placeIn(line, is, outbox)
  return waiting.set(lineOf(is), [...line.slice(0, place), outboxId, ...line.slice(place)])
}

/**
 * Where in its line an entry stands: at the end. Only a topic that is made anew comes before all that waits to go into
 * it, whatever holds that back, and the recap right behind the topic. A reply that the customer's words stopped waits
 * for a person: it goes to the end, and neither the desk's own words nor changes to what arrived wait behind it.
 */
function placeIn(line: readonly string[], entry: OutboxEntry, outbox: DeskState['outbox']): number {
  if (entry.isMirror) return line.length
  if (isMaking(entry)) return 0
  const purpose = entry.kind === 'reply' ? entry.purpose : undefined
  const passes = purpose !== undefined || changeOf(entry) !== null
  const first = outbox.get(line[0] ?? '')
  if (purpose === 'recap' && first && isMaking(first)) return 1
  let place = line.length
  if (passes) while (isStopped(outbox.get(line[place - 1] ?? ''))) place--
  return place
}

/** Whether an entry is a reply that was stopped because the customer wrote what its author had not seen. */
function isStopped(entry: OutboxEntry | undefined): boolean {
  return entry?.state.kind === 'failed' && entry.state.isStale === true
}

/** Whether Telegram may have an entry, and nobody can tell. */
export function mayBeThere({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state.kind === 'attempted' || (state.kind === 'failed' && state.uncertain)
}

/** Whether an entry makes a topic. */
export function isMaking(entry: OutboxEntry): boolean {
  return entry.kind === 'topic-task' && typeof entry.task !== 'string' && entry.task.kind === 'create'
}
