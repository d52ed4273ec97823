import { messageBox } from '../../core/conversation/message'
import { Names } from './names'
import { NumberIndex, type Whereabouts } from './number-index'
import type { Placement } from './placement'
import { Uint32List } from './uint32-list'

/** In place of a conversation: the event belongs to none. */
export const noConversation = -1

/**
 * Finds events without reading the journal: where each starts in its segment, the one before it in the same
 * conversation, the newest of each conversation, and where each message is. Eight bytes an event and sixteen
 * a message. Events are numbered from 1 without gaps, so an event's seq is its place here. Conversations, tickets
 * and chats go by their numbers in {@link conversations}, {@link tickets} and {@link chats}.
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

  /** Seq of the last event indexed; 0 for none. */
  get seq(): number {
    return this.offsets.length
  }

  /** Takes in the event numbered {@link seq} + 1, at `offset` bytes into its segment, by its names. */
  take(offset: number, conversationId: string | null, placement: Placement | null): void {
    const conversation =
      conversationId === null ? noConversation : this.conversations.numberOf(conversationId)
    this.add(offset, conversation)
    if (placement === null) return
    const chat = this.chats.numberOf(placement.chatId)
    if (placement.what === 'edited') this.editMessage(chat, placement.number, this.seq)
    else {
      const ticket = this.tickets.numberOf(placement.ticketId)
      this.placeMessage(chat, placement.number, ticket, conversation, this.seq)
    }
  }

  /** The same by numbers, of the event alone. */
  add(offset: number, conversation: number): void {
    this.offsets.push(offset)
    if (conversation === noConversation) {
      this.previous.push(0)
      return
    }
    while (this.heads.length <= conversation) this.heads.push(0)
    this.previous.push(this.heads.get(conversation))
    this.heads.set(conversation, this.seq)
  }

  /** Tells that a message arrived by event `seq`, on a ticket of a conversation. */
  placeMessage(chat: number, number: number, ticket: number, conversation: number, seq: number): void {
    while (this.homes.length <= ticket) this.homes.push(conversation)
    this.messagesOf(chat).add(number, ticket, seq)
  }

  /** Tells that the newest text of a message is in event `seq`. */
  editMessage(chat: number, number: number, seq: number): void {
    this.messagesOf(chat).edit(number, seq)
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
    const chat = this.chats.find(messageBox(chatId))
    return chat === null ? null : (this.messages[chat]?.find(number) ?? null)
  }

  /** The names of a ticket and of its conversation; see {@link Whereabouts}. */
  home(ticket: number): { readonly conversationId: string; readonly ticketId: string } {
    return {
      conversationId: this.conversations.nameOf(this.homes.get(ticket)),
      ticketId: this.tickets.nameOf(ticket),
    }
  }

  private messagesOf(chat: number): NumberIndex {
    const known = this.messages[chat]
    if (known !== undefined) return known
    const messages = new NumberIndex()
    this.messages[chat] = messages
    return messages
  }
}
