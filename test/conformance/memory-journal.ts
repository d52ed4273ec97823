import { conversationChat, messageBox, messageId } from '../../src-main/core/conversation/message'
import { filesIn } from '../../src-main/core/conversation/message-media'
import type { Recorded } from '../../src-main/core/desk/events'
import type { DeskState } from '../../src-main/core/desk/state'
import type { Journal } from '../../src-main/core/ports'

/** A journal that forgets with the process, for tests of what stands on journals. As strict as the real one. */
export class MemoryJournal implements Journal {
  private readonly events: Recorded[] = []
  private queuedSeq = 0
  private inFlight: Promise<void> = Promise.resolve()

  constructor(private durable: DeskState) {}

  get state(): DeskState {
    return this.durable
  }

  append(events: readonly Recorded[], next: DeskState): Promise<void> {
    for (const [at, { seq }] of events.entries()) {
      if (seq !== this.queuedSeq + at + 1) return Promise.reject(new Error(`event ${seq} is out of turn`))
    }
    if (next.seq !== this.queuedSeq + events.length) {
      return Promise.reject(new Error(`state ${next.seq} is out of turn`))
    }
    this.queuedSeq = next.seq
    this.inFlight = this.inFlight.then(() => {
      this.events.push(...events)
      this.durable = next
    })
    return this.inFlight
  }

  read(
    conversationId: string,
    { before = Number.POSITIVE_INFINITY, limit }: { readonly before?: number; readonly limit: number },
  ): readonly Recorded[] {
    return this.of(conversationId)
      .filter(({ seq }) => seq < before)
      .slice(0, limit)
  }

  find(chatId: string, number: number) {
    for (const { event } of this.events) {
      if (event.kind === 'message-received') {
        if (messageId(event.message.chatId, event.message.number) !== messageId(chatId, number)) continue
        return { conversationId: event.conversationId, ticketId: event.ticketId }
      }
      if (event.kind !== 'reply-sent' || event.number !== number) continue
      if (messageBox(conversationChat(event.conversationId)) !== messageBox(chatId)) continue
      return { conversationId: event.conversationId, ticketId: event.ticketId }
    }
    return null
  }

  latest(chatId: string, number: number) {
    const found = this.find(chatId, number)
    if (found === null) return null
    const history = this.of(found.conversationId)
    const edit = history.find(
      ({ event }) => event.kind === 'message-edited' && event.messageId === messageId(chatId, number),
    )?.event
    const sent = history.find(({ event }) => event.kind === 'reply-sent' && event.number === number)?.event
    const base = history.find(({ event }) =>
      sent?.kind === 'reply-sent'
        ? event.kind === 'reply-queued' && event.outboxId === sent.outboxId
        : event.kind === 'message-received' && event.message.number === number,
    )
    if (base === undefined) throw new Error(`message ${number} has no beginning`)
    const position = base.seq
    const media = (edit && filesIn(edit)) ?? filesIn(sent ?? base.event)
    if (edit?.kind === 'message-edited') return { text: edit.text, entities: edit.entities, media, position }
    if (base.event.kind === 'reply-queued') return { ...base.event, media, position }
    if (base.event.kind === 'message-received') return { ...base.event.message, position }
    throw new Error(`message ${number} began as ${base.event.kind}`)
  }

  async checkpoint(): Promise<void> {}

  async close(): Promise<void> {
    await this.inFlight
  }

  /** Newest first. */
  private of(conversationId: string): Recorded[] {
    return this.events
      .filter(({ event }) => 'conversationId' in event && event.conversationId === conversationId)
      .reverse()
  }
}
