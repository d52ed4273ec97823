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

/** Who waits in a line after an entry came into the outbox, failed, or left it. */
export function waitingAfter(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  after: DeskState['outbox'],
  outboxId: string,
): DeskState['waiting'] {
  const was = outbox.get(outboxId)
  const is = after.get(outboxId)
  const entry = is ?? was
  if (!entry) return waiting
  const line = waiting.get(lineOf(entry)) ?? []
  const put = (ids: readonly string[]) =>
    ids.length === 0 ? waiting.delete(lineOf(entry)) : waiting.set(lineOf(entry), ids)
  if (!is) return put(line.filter((id) => id !== outboxId))
  if (was) return hasFailed(was) || !hasFailed(is) ? waiting : put(lettingPass(line, is, outbox))
  const place = placeIn(line, is, outbox)
  return put([...line.slice(0, place), outboxId, ...line.slice(place)])
}

/**
 * Where in its line a new entry stands: at the end. Only a topic that is made anew comes before all that waits to go
 * into it, whatever holds that back, and the recap right behind the topic; and nothing stands behind a failed reply that
 * may pass it.
 */
function placeIn(line: readonly string[], entry: OutboxEntry, outbox: DeskState['outbox']): number {
  if (entry.isMirror) return line.length
  if (isMaking(entry)) return 0
  const first = outbox.get(line[0] ?? '')
  if (entry.kind === 'reply' && entry.purpose === 'recap' && first && isMaking(first)) return 1
  const failed = line.findIndex((id) => passes(entry, outbox.get(id)))
  return failed < 0 ? line.length : failed
}

/** A line once one in it failed: what passes it goes before it. */
function lettingPass(line: readonly string[], failed: OutboxEntry, outbox: DeskState['outbox']) {
  const place = line.indexOf(failed.id)
  const behind = line.slice(place + 1)
  const isPassing = (id: string) => passes(outbox.get(id), failed)
  return [
    ...line.slice(0, place),
    ...behind.filter(isPassing),
    failed.id,
    ...behind.filter((id) => !isPassing(id)),
  ]
}

function hasFailed({ state }: OutboxEntry): boolean {
  return state.kind === 'failed'
}

/** Whether Telegram may have an entry, and nobody can tell. */
export function mayBeThere({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state.kind === 'attempted' || (state.kind === 'failed' && state.uncertain)
}

/**
 * Whether an entry does not wait behind another one that failed, which waits for a person: changes to what arrived wait
 * for none; the desk's own words and what colleagues wrote in the staff group wait for none that was stopped because the
 * customer wrote what its author had not seen.
 */
function passes(entry: OutboxEntry | undefined, failed: OutboxEntry | undefined): boolean {
  if (!entry || failed?.state.kind !== 'failed') return false
  if (entry.kind !== 'reply') return changeOf(entry) !== null
  return failed.state.isStale === true && (entry.purpose !== undefined || entry.origin !== undefined)
}

/** Whether an entry makes a topic. */
export function isMaking(entry: OutboxEntry): boolean {
  return entry.kind === 'topic-task' && typeof entry.task !== 'string' && entry.task.kind === 'create'
}
