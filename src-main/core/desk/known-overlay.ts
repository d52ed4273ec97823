import { type MessageId, messageId, sentChat } from '../conversation/message'
import { filesIn } from '../conversation/message-media'
import type { MessageEvent, Recorded } from './events'
import type { KnownMessages } from './intents'

type Found = NonNullable<ReturnType<KnownMessages['find']>>
type Latest = NonNullable<ReturnType<KnownMessages['latest']>>
type SentReply = Extract<MessageEvent, { kind: 'reply-sent' }>

/** How far back the text of a reply is looked for whose number is in flight: it was queued just before. */
const furthest = 200

/**
 * The known messages and those that are decided but not durable yet, so that the same message arriving twice
 * within one delivery or one write is still taken once (R147). Overlays lie on one another: that of the step
 * at hand on that of all steps in flight.
 */
export class KnownOverlay implements KnownMessages {
  private readonly newest = new Map<MessageId, Recorded>()
  /** In the order they happened. */
  private readonly here = new Set<Recorded>()

  constructor(private readonly below: KnownMessages) {}

  find(chatId: string, number: number): Found | null {
    const event = this.newest.get(messageId(chatId, number))?.event
    if (!event || !('ticketId' in event)) return this.below.find(chatId, number)
    return { conversationId: event.conversationId, ticketId: event.ticketId }
  }

  latest(chatId: string, number: number): Latest | null {
    const here = this.newest.get(messageId(chatId, number))
    switch (here?.event.kind) {
      case 'message-received':
        return textOf(here.event.message, here.event.message.media, here.seq)
      case 'message-edited':
        return textOf(here.event, this.filesOf(chatId, number), here.seq)
      case 'reply-sent':
        return this.queuedText(here.event) ?? this.below.latest(chatId, number)
      default:
        return this.below.latest(chatId, number)
    }
  }

  read(
    ...[conversationId, { before = Infinity, limit }]: Parameters<KnownMessages['read']>
  ): readonly Recorded[] {
    const added = [...this.here].filter(
      ({ seq, event }) =>
        seq < before && 'conversationId' in event && event.conversationId === conversationId,
    )
    const newest = added.slice(-limit).reverse()
    if (newest.length === limit) return newest
    const [oldest] = this.here
    const rest = { before: Math.min(before, oldest?.seq ?? before), limit: limit - newest.length }
    return [...newest, ...this.below.read(conversationId, rest)]
  }

  /** Takes note of what events say about messages. */
  add(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      this.here.add(one)
      const id = messageOf(one)
      if (id) this.newest.set(id, one)
    }
  }

  /** They are durable now; what lies below knows them. */
  forget(recorded: readonly Recorded[]): void {
    for (const one of recorded) {
      this.here.delete(one)
      const id = messageOf(one)
      if (id && this.newest.get(id) === one) this.newest.delete(id)
    }
  }

  clear(): void {
    this.newest.clear()
    this.here.clear()
  }

  /** An edit need not tell the files again. */
  private filesOf(chatId: string, number: number): Latest['media'] {
    const id = messageId(chatId, number)
    for (const one of [...this.here].reverse()) {
      const files = messageOf(one) === id ? filesIn(one.event) : null
      if (files) return files
    }
    return this.below.latest(chatId, number)?.media ?? null
  }

  /** The reply's number is not known below yet, but what was queued is. */
  private queuedText(sent: SentReply): Latest | null {
    const { conversationId, outboxId } = sent
    for (const { event, seq } of this.read(conversationId, { limit: furthest }))
      if (event.kind === 'reply-queued' && event.outboxId === outboxId)
        return textOf(event, filesIn(sent), seq)
    return null
  }
}

function textOf(
  { text, entities }: Pick<Latest, 'text' | 'entities'>,
  media: Latest['media'],
  position: number,
): Latest {
  return { text, entities, media, position }
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
