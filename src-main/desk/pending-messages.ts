import { type MessageId, messageId, sentChat } from '../core/conversation/message'
import type { MessageEvent, Recorded } from '../core/desk/events'
import type { KnownMessages } from '../core/desk/intents'
import type { Journal } from '../core/ports'

/** How far back the text of a reply is looked for whose number is in flight: it was queued just before. */
const furthest = 200

type SentReply = Extract<MessageEvent, { kind: 'reply-sent' }>

/**
 * The journal's messages plus those decided but not yet durable, so that the same message arriving twice
 * within one write is still taken once (R147).
 */
export class PendingMessages implements KnownMessages {
  private readonly newest = new Map<MessageId, Recorded>()
  /** In the order they happened. */
  private readonly inFlight = new Set<Recorded>()

  constructor(private readonly journal: Pick<Journal, 'find' | 'latest' | 'read'>) {}

  find(chatId: string, number: number): ReturnType<KnownMessages['find']> {
    const event = this.newest.get(messageId(chatId, number))?.event
    if (!event || !('ticketId' in event)) return this.journal.find(chatId, number)
    return { conversationId: event.conversationId, ticketId: event.ticketId }
  }

  latest(chatId: string, number: number): ReturnType<KnownMessages['latest']> {
    const pending = this.newest.get(messageId(chatId, number))
    switch (pending?.event.kind) {
      case 'message-received':
        return {
          text: pending.event.message.text,
          entities: pending.event.message.entities,
          position: pending.seq,
        }
      case 'message-edited':
        return { text: pending.event.text, entities: pending.event.entities, position: pending.seq }
      case 'reply-sent':
        return this.textOf(pending.event) ?? this.journal.latest(chatId, number)
      default:
        return this.journal.latest(chatId, number)
    }
  }

  read(
    ...[conversationId, { before = Infinity, limit }]: Parameters<KnownMessages['read']>
  ): readonly Recorded[] {
    const pending = [...this.inFlight].filter(
      ({ seq, event }) =>
        seq < before && 'conversationId' in event && event.conversationId === conversationId,
    )
    const newest = pending.slice(-limit).reverse()
    if (newest.length === limit) return newest
    const [oldest] = this.inFlight
    const rest = { before: Math.min(before, oldest?.seq ?? before), limit: limit - newest.length }
    return [...newest, ...this.journal.read(conversationId, rest)]
  }

  add(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      this.inFlight.add(one)
      const id = messageOf(one)
      if (id) this.newest.set(id, one)
    }
  }

  /** They are durable now; the journal knows them. */
  forget(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      this.inFlight.delete(one)
      const id = messageOf(one)
      if (id && this.newest.get(id) === one) this.newest.delete(id)
    }
  }

  clear(): void {
    this.newest.clear()
    this.inFlight.clear()
  }

  /** The journal does not know its number yet, but it knows what was queued. */
  private textOf(sent: SentReply): ReturnType<KnownMessages['latest']> {
    for (const { event, seq } of this.journal.read(sent.conversationId, { limit: furthest }))
      if (event.kind === 'reply-queued' && event.outboxId === sent.outboxId)
        return { text: event.text, entities: event.entities, position: seq }
    return null
  }
}

function messageOf({ event }: Recorded): MessageId | null {
  switch (event.kind) {
    case 'message-received':
      return messageId(event.message.chatId, event.message.number)
    case 'message-edited':
      return event.messageId
    case 'reply-sent':
      return event.number === null ? null : messageId(sentChat(event), event.number)
    default:
      return null
  }
}
