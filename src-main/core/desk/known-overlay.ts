import { conversationChat, type MessageId, messageId } from '../conversation/message'
import type { Recorded } from './events'
import type { KnownMessages } from './intents'

type Found = NonNullable<ReturnType<KnownMessages['find']>>
type Latest = NonNullable<ReturnType<KnownMessages['latest']>>

/** The known messages, and where asked the text a reply was queued with: it has no number yet. */
export interface KnownReplies extends KnownMessages {
  /** Null for a reply that was not queued lately. */
  queued?(conversationId: string, outboxId: string): Latest | null
}

/**
 * The known messages and those that are decided but not durable yet, so that the same message arriving twice
 * within one delivery or one write is still taken once (R147). Overlays lie on one another: that of the step
 * at hand on that of all steps in flight.
 */
export class KnownOverlay implements KnownReplies {
  private readonly newest = new Map<MessageId, Recorded>()
  private readonly queuedHere = new Map<string, Recorded>()

  constructor(private readonly below: KnownReplies) {}

  find(chatId: string, number: number): Found | null {
    const event = this.newest.get(messageId(chatId, number))?.event
    if (!event || !('ticketId' in event)) return this.below.find(chatId, number)
    return { conversationId: event.conversationId, ticketId: event.ticketId }
  }

  latest(chatId: string, number: number): Latest | null {
    const here = this.newest.get(messageId(chatId, number))
    switch (here?.event.kind) {
      case 'message-received':
        return textOf(here.event.message, here.seq)
      case 'message-edited':
        return textOf(here.event, here.seq)
      case 'reply-sent':
        return (
          this.queued(here.event.conversationId, here.event.outboxId) ?? this.below.latest(chatId, number)
        )
      default:
        return this.below.latest(chatId, number)
    }
  }

  queued(conversationId: string, outboxId: string): Latest | null {
    const here = this.queuedHere.get(outboxId)
    if (here?.event.kind === 'reply-queued') return textOf(here.event, here.seq)
    return this.below.queued?.(conversationId, outboxId) ?? null
  }

  /** Takes note of what events say about messages. */
  add(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      const id = messageOf(one)
      if (id) this.newest.set(id, one)
      if (one.event.kind === 'reply-queued') this.queuedHere.set(one.event.outboxId, one)
    }
  }

  /** They are durable now; what lies below knows them. */
  forget(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      const id = messageOf(one)
      if (id && this.newest.get(id) === one) this.newest.delete(id)
      if (one.event.kind === 'reply-queued') this.queuedHere.delete(one.event.outboxId)
    }
  }

  clear(): void {
    this.newest.clear()
    this.queuedHere.clear()
  }
}

function textOf({ text, entities }: Pick<Latest, 'text' | 'entities'>, position: number): Latest {
  return { text, entities, position }
}

function messageOf({ event }: Recorded): MessageId | null {
  switch (event.kind) {
    case 'message-received':
      return messageId(event.message.chatId, event.message.number)
    case 'message-edited':
      return event.messageId
    case 'reply-sent':
      return event.number === null ? null : messageId(conversationChat(event.conversationId), event.number)
    default:
      return null
  }
}
