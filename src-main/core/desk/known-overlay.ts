import { type MessageId, messageId, sentChat } from '../conversation/message'
import type { Recorded } from './events'
import type { KnownMessages } from './intents'

type Found = NonNullable<ReturnType<KnownMessages['find']>>
type Latest = NonNullable<ReturnType<KnownMessages['latest']>>

/** The known messages and those of the step at hand, so that a delivery that tells a message twice tells it once. */
export class KnownOverlay implements KnownMessages {
  private readonly found = new Map<MessageId, Found>()
  private readonly newest = new Map<MessageId, Latest>()
  private readonly added: Recorded[] = []

  constructor(private readonly below: KnownMessages) {}

  find(chatId: string, number: number): Found | null {
    return this.found.get(messageId(chatId, number)) ?? this.below.find(chatId, number)
  }

  latest(chatId: string, number: number): Latest | null {
    return this.newest.get(messageId(chatId, number)) ?? this.below.latest(chatId, number)
  }

  read(
    ...[conversationId, { before = Infinity, limit }]: Parameters<KnownMessages['read']>
  ): readonly Recorded[] {
    const here = this.added.filter(
      ({ seq, event }) =>
        seq < before && 'conversationId' in event && event.conversationId === conversationId,
    )
    const newest = here.slice(-limit).reverse()
    if (newest.length === limit) return newest
    const rest = { before: Math.min(before, this.added[0]?.seq ?? before), limit: limit - newest.length }
    return [...newest, ...this.below.read(conversationId, rest)]
  }

  /** Takes note of what an event says about messages. */
  add(recorded: Recorded): void {
    const { event, seq } = recorded
    this.added.push(recorded)
    if (event.kind === 'message-received') {
      const { chatId, number, text, entities } = event.message
      this.found.set(messageId(chatId, number), event)
      this.newest.set(messageId(chatId, number), { text, entities, position: seq })
    }
    if (event.kind === 'message-edited')
      this.newest.set(event.messageId, { text: event.text, entities: event.entities, position: seq })
    if (event.kind === 'reply-sent' && event.number !== null)
      this.found.set(messageId(sentChat(event), event.number), event)
  }
}
