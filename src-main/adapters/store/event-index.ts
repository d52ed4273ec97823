import { messageBox } from '../../core/conversation/message'
import { type EventColumns, isEdit } from './event-columns'
import { Names } from './names'
import { NumberIndex, type Whereabouts } from './number-index'
import type { Placement } from './placement'
import { Uint32List } from './uint32-list'

/** What an event was taken in as, by numbers; null where it has none. */
export interface Taken {
  readonly conversation: number | null
  readonly message: { readonly chat: number; readonly number: number; readonly ticket: number } | null
}

/**
 * Finds events without reading the journal: where each starts in its segment, the one before it in the same
 * conversation, the newest of each conversation, and where each message is. Eight bytes an event and sixteen
 * a message. Events are numbered from 1 without gaps, so an event's seq is its place here. Conversations, tickets
 * and chats go by their numbers in {@link conversations}, {@link tickets} and {@link chats}, which are those of
 * their first events: whoever hears the same events gives the same numbers.
 */
export class EventIndex {
  readonly conversations = new Names()
  readonly tickets = new Names()
  readonly chats = new Names()
  private readonly offsets = new Uint32List()
  private readonly previous = new Uint32List()
  /** The newest event of each conversation. */
  private readonly heads = new Uint32List()
  /** The conversation of each ticket. */
  private readonly homes = new Uint32List()
  private readonly messages: NumberIndex[] = []
  /** Events of which the messages are not placed yet. */
  private unplaced: { readonly firstSeq: number; readonly columns: EventColumns }[] = []
  /** How many of the first's are. */
  private placed = 0

  /** Seq of the last event indexed; 0 for none. */
  get seq(): number {
    return this.offsets.length
  }

  /** Takes in the event numbered {@link seq} + 1, at `offset` bytes into its segment, by its names. */
  take(offset: number, conversationId: string | null, placement: Placement | null): Taken {
    this.placeAll()
    const conversation = conversationId === null ? null : this.conversations.numberOf(conversationId)
    this.offsets.push(offset)
    this.previous.push(conversation === null ? 0 : this.headOf(conversation))
    const { seq } = this
    if (conversation !== null) this.heads.set(conversation, seq)
    if (placement === null) return { conversation, message: null }
    const chat = this.chats.numberOf(placement.chatId)
    const ticket = placement.what === 'edited' ? isEdit : this.tickets.numberOf(placement.ticketId)
    this.place(seq, chat, placement.number, ticket, (conversation ?? -1) + 1)
    return { conversation, message: { chat, number: placement.number, ticket } }
  }

  /**
   * Takes in the events behind {@link seq}, whose names are known already. Their messages are placed when first
   * asked for, or by {@link placeSome}: a start need not wait for them.
   */
  takeAll(columns: EventColumns): void {
    const { offsets, homes } = columns
    const firstSeq = this.seq + 1
    const previous = new Uint32Array(offsets.length)
    for (let at = 0; at < offsets.length; at++) {
      const home = homes[at] as number
      if (home === 0) continue
      previous[at] = this.headOf(home - 1)
      this.heads.set(home - 1, firstSeq + at)
    }
    this.offsets.append(offsets)
    this.previous.append(previous)
    this.unplaced.push({ firstSeq, columns })
  }

  /** Places some of the messages that are not; false when all are. */
  placeSome(count: number): boolean {
    const [first] = this.unplaced
    if (!first) return false
    const { firstSeq, columns } = first
    const { placing, chats, numbers, tickets, homes } = columns
    const end = Math.min(this.placed + count, placing.length)
    for (let row = this.placed; row < end; row++) {
      const at = placing[row] as number
      const chat = chats[row] as number
      this.place(firstSeq + at, chat, numbers[row] as number, tickets[row] as number, homes[at] as number)
    }
    this.placed = end
    if (end === placing.length) {
      this.unplaced.shift()
      this.placed = 0
    }
    return true
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
    this.placeAll()
    const chat = this.chats.find(messageBox(chatId))
    return chat === null ? null : (this.messages[chat]?.find(number) ?? null)
  }

  /** The names of a ticket and of its conversation; see {@link Whereabouts}. */
  home(ticket: number): { readonly conversationId: string; readonly ticketId: string } {
    this.placeAll()
    return {
      conversationId: this.conversations.nameOf(this.homes.get(ticket)),
      ticketId: this.tickets.nameOf(ticket),
    }
  }

  private headOf(conversation: number): number {
    while (this.heads.length <= conversation) this.heads.push(0)
    return this.heads.get(conversation)
  }

  private placeAll(): void {
    while (this.unplaced.length > 0) this.placeSome(Number.POSITIVE_INFINITY)
  }

  private place(seq: number, chat: number, number: number, ticket: number, home: number): void {
    let messages = this.messages[chat]
    if (messages === undefined) {
      messages = new NumberIndex()
      this.messages[chat] = messages
    }
    if (ticket === isEdit) {
      messages.edit(number, seq)
      return
    }
    while (this.homes.length <= ticket) this.homes.push(home - 1)
    messages.add(number, ticket, seq)
  }
}
