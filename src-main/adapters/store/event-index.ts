import { Names } from './names'
import { NumberIndex, type Whereabouts } from './number-index'
import type { Placement } from './placement'
import { Uint32List } from './uint32-list'

/**
 * Finds events without reading the journal: where each starts in its segment, the one before it in the same
 * conversation, the newest of each conversation, and where each message is. Eight bytes an event and sixteen
 * a message. Events are numbered from 1 without gaps, so an event's seq is its place here.
 */
export class EventIndex {
  private readonly offsets = new Uint32List()
  private readonly previous = new Uint32List()
  private readonly conversations = new Names()
  private readonly heads = new Uint32List()
  private readonly tickets = new Names()
  /** The conversation of each ticket, by their numbers. */
  private readonly homes = new Uint32List()
  private readonly chats = new Map<string, NumberIndex>()

  /** Seq of the last event indexed; 0 for none. */
  get seq(): number {
    return this.offsets.length
  }

  /** Takes in the event numbered {@link seq} + 1, at `offset` bytes into its segment. */
  add(offset: number, conversationId: string | null, placement: Placement | null): void {
    this.offsets.push(offset)
    const { seq } = this
    if (conversationId === null) this.previous.push(0)
    else {
      const conversation = this.conversations.numberOf(conversationId)
      if (conversation === this.heads.length) this.heads.push(0)
      this.previous.push(this.heads.get(conversation))
      this.heads.set(conversation, seq)
      if (placement !== null) this.place(placement, conversation, seq)
    }
  }

  offsetOf(seq: number): number {
    return this.offsets.get(seq - 1)
  }

  /** Seqs of a conversation's events before `before`, newest first, at most `limit`. */
  of(conversationId: string, before: number, limit: number): number[] {
    const conversation = this.conversations.find(conversationId)
    const seqs: number[] = []
    if (conversation === null) return seqs
    let seq = this.heads.get(conversation)
    for (; seq > 0 && seqs.length < limit; seq = this.previous.get(seq - 1)) {
      if (seq < before) seqs.push(seq)
    }
    return seqs
  }

  whereabouts(chatId: string, number: number): Whereabouts | null {
    return this.chats.get(chatId)?.find(number) ?? null
  }

  /** The names of a ticket and of its conversation; see {@link Whereabouts}. */
  home(ticket: number): { readonly conversationId: string; readonly ticketId: string } {
    return {
      conversationId: this.conversations.nameOf(this.homes.get(ticket)),
      ticketId: this.tickets.nameOf(ticket),
    }
  }

  private place({ what, chatId, number, ticketId }: Placement, conversation: number, seq: number): void {
    let chat = this.chats.get(chatId)
    if (chat === undefined) {
      chat = new NumberIndex()
      this.chats.set(chatId, chat)
    }
    if (what === 'edited') chat.edit(number, seq)
    else {
      const ticket = this.tickets.numberOf(ticketId)
      if (ticket === this.homes.length) this.homes.push(conversation)
      chat.add(number, ticket, seq)
    }
  }
}
