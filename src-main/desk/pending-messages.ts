import { type MessageId, messageId } from '../core/conversation/message'
import type { Recorded } from '../core/desk/events'
import type { KnownMessages } from '../core/desk/intents'

/**
 * The journal's messages plus those decided but not yet durable, so that the same message arriving twice
 * within one write is still taken once (R147).
 */
export class PendingMessages implements KnownMessages {
  private readonly newest = new Map<MessageId, Recorded>()

  constructor(private readonly journal: KnownMessages) {}

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
      default:
        return this.journal.latest(chatId, number)
    }
  }

  add(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      const id = messageOf(one)
      if (id) this.newest.set(id, one)
    }
  }

  /** They are durable now; the journal knows them. */
  forget(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      const id = messageOf(one)
      if (id && this.newest.get(id) === one) this.newest.delete(id)
    }
  }

  clear(): void {
    this.newest.clear()
  }
}

function messageOf({ event }: Recorded): MessageId | null {
  switch (event.kind) {
    case 'message-received':
      return messageId(event.message.chatId, event.message.number)
    case 'message-edited':
      return event.messageId
    case 'reply-sent':
      return event.number === null ? null : messageId(event.conversationId.split(':')[0] ?? '', event.number)
    default:
      return null
  }
}
