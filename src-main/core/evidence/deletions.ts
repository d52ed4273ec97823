import type { MessageId } from '../conversation/message'
import { readingBack } from '../conversation/read-back'
import type { KnownMessages } from '../desk/intents'

const eventsPage = 200

/** What is read of a conversation: the deletions between two positions. */
interface Stretch {
  readonly names: Set<MessageId>
  newest: number
  oldest: number
}

/**
 * Which messages were deleted, as the journal has it. However many are asked for, each event is read once: a comparison
 * looks at every message of a topic in which thousands were deleted.
 */
export class Deletions {
  private readonly known = new Map<string, Stretch>()

  constructor(private readonly read: KnownMessages['read']) {}

  /** Whether a message of a conversation was deleted after `position`. Reads the disk. */
  has(conversationId: string, name: MessageId, position: number): boolean {
    const stretch = this.known.get(conversationId) ?? { names: new Set(), newest: 0, oldest: Infinity }
    this.known.set(conversationId, stretch)
    const [head] = this.read(conversationId, { limit: 1 })
    if (head && head.seq > stretch.newest)
      this.readBack(conversationId, stretch, Infinity, stretch.newest || position)
    if (!stretch.names.has(name) && stretch.oldest > position)
      this.readBack(conversationId, stretch, stretch.oldest, position)
    return stretch.names.has(name)
  }

  /** Reads what is before a position, back to another one. */
  private readBack(conversationId: string, stretch: Stretch, before: number, until: number): void {
    for (const { event, seq } of readingBack({ read: this.read }, conversationId, {
      before,
      chunk: eventsPage,
    })) {
      if (event.kind === 'message-deleted') stretch.names.add(event.messageId)
      stretch.newest = Math.max(stretch.newest, seq)
      stretch.oldest = Math.min(stretch.oldest, seq)
      if (seq <= until) return
    }
  }
}
