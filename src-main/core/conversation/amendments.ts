import type { DeskEvent, Recorded } from '../desk/events'
import { type IncomingMessage, type MessageId, messageId, noReply, sentChat } from './message'

type Of<K extends DeskEvent['kind']> = Recorded<Extract<DeskEvent, { kind: K }>>

/** What came later and changes an earlier item: how it went out, what it was edited to, that it was deleted. */
export interface Amendments {
  /** By message, oldest first. */
  readonly edits: ReadonlyMap<MessageId, readonly Of<'message-edited'>[]>
  readonly deletions: ReadonlyMap<MessageId, Of<'message-deleted'>>
  /** By outbox id. */
  readonly sent: ReadonlyMap<string, Of<'reply-sent'>>
  readonly discarded: ReadonlySet<string>
  readonly albumParts: ReadonlyMap<string, readonly Of<'message-received'>[]>
}

/** Gathers the amendments among a conversation's events, given oldest first. */
export function gatherAmendments(events: readonly Recorded[]): Amendments {
  const edits = new Map<MessageId, Of<'message-edited'>[]>()
  const deletions = new Map<MessageId, Of<'message-deleted'>>()
  const sent = new Map<string, Of<'reply-sent'>>()
  const discarded = new Set<string>()
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

/** Positions of the amendments whose item is not among the events: it lies further back. */
export function unmatched(events: readonly Recorded[], { sent }: Amendments): readonly number[] {
  const names = new Set<MessageId>()
  const outboxIds = new Set<string>()
  for (const { event } of events) {
    if (event.kind === 'message-received') names.add(nameOf(event.message))
    if (event.kind === 'reply-queued') {
      outboxIds.add(event.outboxId)
      const name = sentName(sent.get(event.outboxId)?.event)
      if (name !== null) names.add(name)
    }
  }
  return events.filter(({ event }) => isLoose(event, names, outboxIds)).map(({ seq }) => seq)
}

function isLoose(event: DeskEvent, names: ReadonlySet<MessageId>, outboxIds: ReadonlySet<string>): boolean {
  switch (event.kind) {
    case 'message-edited':
    case 'message-deleted':
      return !names.has(event.messageId)
    case 'reply-sent':
    case 'reply-discarded':
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
