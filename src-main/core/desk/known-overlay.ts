import { conversationChat, type MessageId, messageId } from '../conversation/message'
import type { Recorded } from './events'
import type { KnownMessages } from './intents'

type Found = NonNullable<ReturnType<KnownMessages['find']>>
type Latest = NonNullable<ReturnType<KnownMessages['latest']>>

/** The known messages and those of the step at hand, so that a delivery that tells a message twice tells it once. */
export class KnownOverlay implements KnownMessages {
  private readonly found = new Map<MessageId, Found>()
  private readonly newest = new Map<MessageId, Latest>()

  constructor(private readonly below: KnownMessages) {}

  find(chatId: string, number: number): Found | null {
    return this.found.get(messageId(chatId, number)) ?? this.below.find(chatId, number)
  }

  latest(chatId: string, number: number): Latest | null {
    return this.newest.get(messageId(chatId, number)) ?? this.below.latest(chatId, number)
  }

  /** Takes note of what an event says about messages. */
  add({ event, seq }: Recorded): void {
    if (event.kind === 'message-received') {
      const { chatId, number, text, entities } = event.message
      this.found.set(messageId(chatId, number), event)
      this.newest.set(messageId(chatId, number), { text, entities, position: seq })
    }
    if (event.kind === 'message-edited')
      this.newest.set(event.messageId, { text: event.text, entities: event.entities, position: seq })
    if (event.kind === 'reply-sent' && event.number !== null)
      this.found.set(messageId(conversationChat(event.conversationId), event.number), event)
  }
}
