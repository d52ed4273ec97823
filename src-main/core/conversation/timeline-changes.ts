import type { TimelineItem } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { changedMessage } from '../outbox/changes'
import { entriesInOrder, firstInLine } from '../outbox/entries'
import type { OutboxEntry } from '../outbox/entry'
import type { SentReply } from './conversation'
import { type MessageId, noReply } from './message'
import { messageItemId } from './message-item-id'
import type { TimelineGround } from './stretch'
import { beginsItem, type NamedItem, timeline, waitingReplies } from './timeline'

const chunk = 50
/** How far back an edited or deleted message is looked for; older pages are read anew when scrolled to. */
const furthest = 2_000

/** The items of one conversation that events changed, whole, in their order; `gone` were taken back. */
export interface TimelineChange {
  readonly conversationId: string
  readonly items: readonly TimelineItem[]
  readonly gone: readonly string[]
}

/** What a batch of durable events changed in the timelines, one entry per conversation touched. */
export function timelineChanges(
  recorded: readonly Recorded[],
  ground: TimelineGround,
): readonly TimelineChange[] {
  const touched = new Map<string, Recorded[]>()
  for (const one of recorded) {
    if (!('conversationId' in one.event)) continue
    const { conversationId } = one.event
    touched.set(conversationId, [...(touched.get(conversationId) ?? []), one])
  }
  return [...touched]
    .map(([conversationId, batch]) =>
      changesIn(conversationId, batch, wishes(conversationId, batch, ground), ground),
    )
    .filter(({ items, gone }) => items.length > 0 || gone.length > 0)
}

/** What still waits in a conversation, shown anew because the link changed. */
export function waitingItems(conversationId: string, ground: TimelineGround): TimelineChange {
  const ids = new Set<string>()
  const names = new Set<MessageId>()
  for (const entry of entriesInOrder(ground.state, conversationId)) addShown(entry, ids, names)
  return changesIn(conversationId, [], { ids, names, gone: [] }, ground)
}

interface Wishes {
  readonly ids: Set<string>
  /** Messages by name, where it is not known yet whose they are. */
  readonly names: Set<MessageId>
  readonly gone: readonly string[]
}

function wishes(conversationId: string, batch: readonly Recorded[], { state }: TimelineGround): Wishes {
  const ids = new Set<string>()
  const names = new Set<MessageId>()
  const gone = new Set<string>()
  for (const one of batch) {
    const { event } = one
    if (beginsItem(one, state)) ids.add(itemIdOf(one))
    if (event.kind === 'message-received' && event.partOf !== undefined && event.partOf !== noReply)
      ids.add(`o:${event.partOf}`)
    if ('messageId' in event && event.messageId !== undefined) names.add(event.messageId)
    if (event.kind === 'conversation-read')
      for (const { outboxId } of repliesUpTo(state, conversationId, event.upTo)) ids.add(`o:${outboxId}`)
    if (event.kind === 'reply-discarded') gone.add(`o:${event.outboxId}`)
    const entry = 'outboxId' in event ? state.outbox.get(event.outboxId) : undefined
    if (entry) addShown(entry, ids, names)
  }
  // What comes first now may have waited for what went; what waits behind it waits on.
  const next = batch.some(({ event }) => 'outboxId' in event) ? firstInLine(state, conversationId) : null
  if (next) addShown(next, ids, names)
  for (const id of gone) ids.delete(id)
  return { ids, names, gone: [...gone] }
}

/** What shows an entry of the outbox: the reply it is, or the message it changes. */
function addShown(entry: OutboxEntry, ids: Set<string>, names: Set<MessageId>): void {
  if (entry.kind === 'reply') ids.add(`o:${entry.id}`)
  const changed = changedMessage(entry)
  if (changed !== null) names.add(changed)
}

function itemIdOf({ event, seq }: Recorded): string {
  if (event.kind === 'message-received') return messageItemId(event.conversationId, event.message)
  if (event.kind === 'reply-sent') return `o:${event.outboxId}`
  return event.kind === 'note-added' ? `n:${event.noteId}` : `e:${seq}`
}

function repliesUpTo(state: DeskState, conversationId: string, upTo: number): readonly SentReply[] {
  const replies = state.conversations.get(conversationId)?.sentReplies ?? []
  return replies.filter(({ number }) => number !== null && number <= upTo)
}

/** What the batch itself begins needs no look back; the rest is looked for from the newest event on. */
function changesIn(
  conversationId: string,
  batch: readonly Recorded[],
  { ids, names, gone }: Wishes,
  ground: TimelineGround,
): TimelineChange {
  const isWanted = ({ item, name, others = [] }: NamedItem) =>
    ids.has(item.id) || (name !== null && names.has(name)) || others.some((other) => names.has(other))
  const waiting = waitingReplies(conversationId, ground, ids)
  for (const { item } of waiting) ids.delete(item.id)
  const wanted = ids.size + names.size
  let found = timeline(conversationId, batch, ground).filter(isWanted)
  const back: Recorded[] = []
  for (let before: number | undefined; found.length < wanted && back.length < furthest; ) {
    const read = ground.events.read(conversationId, {
      limit: chunk,
      ...(before === undefined ? {} : { before }),
    })
    back.push(...read)
    before = read[read.length - 1]?.seq
    found = timeline(conversationId, [...back].reverse(), ground).filter(isWanted)
    if (read.length < chunk) break
  }
  return { conversationId, items: [...found, ...waiting].map(({ item }) => item), gone }
}
