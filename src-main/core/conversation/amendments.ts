import type { DeskEvent, Recorded } from '../desk/events'

type Of<K extends DeskEvent['kind']> = Recorded<Extract<DeskEvent, { kind: K }>>

/** What came later and changes an earlier item: how it went out, what it was edited to, that it was deleted. */
export interface Amendments {
  /** By message number, oldest first. */
  readonly edits: ReadonlyMap<number, readonly Of<'message-edited'>[]>
  readonly deletions: ReadonlyMap<number, Of<'message-deleted'>>
  /** By outbox id. */
  readonly sent: ReadonlyMap<string, Of<'reply-sent'>>
  readonly discarded: ReadonlySet<string>
  readonly albumParts: ReadonlyMap<string, readonly Of<'message-received'>[]>
}

/** Gathers the amendments among a conversation's events, given oldest first. */
export function gatherAmendments(events: readonly Recorded[]): Amendments {
  const edits = new Map<number, Of<'message-edited'>[]>()
  const deletions = new Map<number, Of<'message-deleted'>>()
  const sent = new Map<string, Of<'reply-sent'>>()
  const discarded = new Set<string>()
  const albumParts = new Map<string, Of<'message-received'>[]>()
  for (const recorded of events) {
    const { event } = recorded
    switch (event.kind) {
      case 'message-edited':
        push(edits, numberIn(event.messageId), { ...recorded, event })
        break
      case 'message-deleted':
        if (!deletions.has(numberIn(event.messageId)))
          deletions.set(numberIn(event.messageId), { ...recorded, event })
        break
      case 'reply-sent':
        if (event.number !== null || !sent.has(event.outboxId))
          sent.set(event.outboxId, { ...recorded, event })
        break
      case 'reply-discarded':
        discarded.add(event.outboxId)
        break
      case 'message-received':
        if (event.partOf !== undefined) push(albumParts, event.partOf, { ...recorded, event })
        break
    }
  }
  return { edits, deletions, sent, discarded, albumParts }
}

/** The number in a message's name. */
export function numberIn(messageId: string): number {
  return Number(messageId.slice(messageId.lastIndexOf('/') + 1))
}

/** Positions of the amendments whose item is not among the events: it lies further back. */
export function unmatched(events: readonly Recorded[], { sent }: Amendments): readonly number[] {
  const numbers = new Set<number>()
  const outboxIds = new Set<string>()
  for (const { event } of events) {
    if (event.kind === 'message-received' && event.partOf === undefined) numbers.add(event.message.number)
    if (event.kind === 'reply-queued') {
      outboxIds.add(event.outboxId)
      const number = sent.get(event.outboxId)?.event.number
      if (number !== null && number !== undefined) numbers.add(number)
    }
  }
  return events.filter(({ event }) => isLoose(event, numbers, outboxIds)).map(({ seq }) => seq)
}

function isLoose(event: DeskEvent, numbers: ReadonlySet<number>, outboxIds: ReadonlySet<string>): boolean {
  switch (event.kind) {
    case 'message-edited':
    case 'message-deleted':
      return !numbers.has(numberIn(event.messageId))
    case 'reply-sent':
    case 'reply-discarded':
      return !outboxIds.has(event.outboxId)
    case 'message-received':
      return event.partOf !== undefined && !outboxIds.has(event.partOf)
    default:
      return false
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
