import type { DeskEvent, Recorded } from '../desk/events'
import { type IncomingMessage, type MessageId, messageId, noReply, sentChat } from './message'

type Of<K extends DeskEvent['kind']> = Recorded<Extract<DeskEvent, { kind: K }>>

/** What came later and changes an earlier item: how it went out, what it was edited to, that it was deleted. */
export interface Amendments {
  /** By message, oldest first. */
  readonly edits: ReadonlyMap<MessageId, readonly Of<'message-edited'>[]>
  readonly deletions: ReadonlyMap<MessageId, Of<'message-deleted'>>
  /** By outbox id, as are those below. */
  readonly queued: ReadonlyMap<string, Of<'reply-queued'>>
  /** With the number, once that is known. */
  readonly sent: ReadonlyMap<string, Of<'reply-sent'>>
  /** Position at which it was first known that a reply went out. */
  readonly first: ReadonlyMap<string, number>
  readonly albumParts: ReadonlyMap<string, readonly Of<'message-received'>[]>
}

/** Gathers the amendments among a conversation's events, given oldest first. */
export function gatherAmendments(events: readonly Recorded[]): Amendments {
  const edits = new Map<MessageId, Of<'message-edited'>[]>()
  const deletions = new Map<MessageId, Of<'message-deleted'>>()
  const sent = new Map<string, Of<'reply-sent'>>()
  const queued = new Map<string, Of<'reply-queued'>>()
  const first = new Map<string, number>()
  const albumParts = new Map<string, Of<'message-received'>[]>()
  for (const recorded of events) {
    const { event } = recorded
    switch (event.kind) {
      case 'message-edited':
        if (event.undoes === undefined) push(edits, event.messageId, { ...recorded, event })
        else undo(edits, event.messageId, event.undoes)
        break
      case 'message-deleted':
        if (event.withTopic || !deletions.has(event.messageId))
          deletions.set(event.messageId, { ...recorded, event })
        break
      case 'reply-queued':
        queued.set(event.outboxId, { ...recorded, event })
        break
      case 'reply-sent':
        if (event.number !== null || !sent.has(event.outboxId))
          sent.set(event.outboxId, { ...recorded, event })
        first.set(event.outboxId, Math.min(first.get(event.outboxId) ?? recorded.seq, recorded.seq))
        break
      case 'message-received':
        if (event.partOf !== undefined) push(albumParts, event.partOf, { ...recorded, event })
        break
    }
  }
  return { edits, deletions, queued, sent, first, albumParts }
}

/** What of a conversation is shown: messages by name, replies by outbox id too. */
export interface Shown {
  readonly names: ReadonlySet<MessageId>
  readonly outboxIds: ReadonlySet<string>
}

/** Positions of the amendments among events whose item is not among those shown: it lies further back. */
export function unmatched(events: readonly Recorded[], shown: Shown): readonly number[] {
  return events.filter(({ event }) => isLoose(event, shown)).map(({ seq }) => seq)
}

function isLoose(event: DeskEvent, { names, outboxIds }: Shown): boolean {
  switch (event.kind) {
    case 'message-edited':
    case 'message-deleted':
      return !names.has(event.messageId)
    case 'reply-sent':
      return !outboxIds.has(event.outboxId)
    case 'message-received':
      return event.partOf !== undefined && event.partOf !== noReply && !outboxIds.has(event.partOf)
    default:
      return false
  }
}

/** A received message's name. */
export function nameOf({ chatId, number }: Pick<IncomingMessage, 'chatId' | 'number'>): MessageId {
  return messageId(chatId, number)
}

/** The name of the message a reply became; null while its number is not known. */
export function sentName(sent: Of<'reply-sent'>['event'] | undefined): MessageId | null {
  return sent && sent.number !== null ? messageId(sentChat(sent), sent.number) : null
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** An edit that Telegram refused is no version. */
function undo(edits: Map<MessageId, Of<'message-edited'>[]>, name: MessageId, taskId: string): void {
  const left = (edits.get(name) ?? []).filter(({ event }) => event.taskId !== taskId)
  if (left.length > 0) edits.set(name, left)
  else edits.delete(name)
}
