import type { DeskState } from '../desk/state'
import type { OutboxEntry } from './entry'

export type ReplyEntry = Extract<OutboxEntry, { kind: 'reply' }>

/** What waits to go out of one conversation, in the order it must go. */
export function entriesInOrder(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  conversationId: string,
): readonly OutboxEntry[] {
  return (waiting.get(conversationId) ?? []).flatMap((id) => outbox.get(id) ?? [])
}

/** Who waits in a conversation after an entry came into the outbox or left it. */
export function waitingAfter(
  { outbox, waiting }: Pick<DeskState, 'outbox' | 'waiting'>,
  after: DeskState['outbox'],
  outboxId: string,
): DeskState['waiting'] {
  const was = outbox.get(outboxId)
  const is = after.get(outboxId)
  if (is && !was) return waiting.set(is.conversationId, [...(waiting.get(is.conversationId) ?? []), outboxId])
  if (!was || is) return waiting
  const left = (waiting.get(was.conversationId) ?? []).filter((id) => id !== outboxId)
  return left.length === 0 ? waiting.delete(was.conversationId) : waiting.set(was.conversationId, left)
}
