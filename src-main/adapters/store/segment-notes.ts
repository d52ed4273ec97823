import { crc32, hexOf } from './crc32'
import { type EventIndex, noConversation } from './event-index'
import { frame, unframe } from './framed'
import { Names } from './names'
import type { Placement } from './placement'
import { Uint32List } from './uint32-list'

/** What a file of notes says before its columns. */
interface NotesHeader {
  readonly notes: number
  readonly segment: number
  readonly firstSeq: number
  /** How much of the segment the notes are about: up to here. */
  readonly bytes: number
  readonly conversations: readonly string[]
  readonly tickets: readonly string[]
  readonly chats: readonly string[]
  /** Bytes of each column. */
  readonly columns: readonly number[]
  readonly crc: string
}

const version = 1
/** In place of a ticket: the event holds a newer text of the message. */
const isEdit = 0xffffffff

/**
 * What the index needs to know of one segment's events, so that the segment need not be read again at every
 * start. A cache: without it, or if it does not fit, the segment itself is read.
 */
export class SegmentNotes {
  /** Per event: where it starts, and its conversation plus one (0 for none). */
  private offsets = new Uint32List()
  private homes = new Uint32List()
  /** Per event that places a message: which event, the message's chat and number, the ticket. */
  private placing = new Uint32List()
  private chatsOf = new Uint32List()
  private numbers = new Uint32List()
  private ticketsOf = new Uint32List()
  private conversations = new Names()
  private tickets = new Names()
  private chats = new Names()

  constructor(
    readonly segment: number,
    readonly firstSeq: number,
    /** The notes are about the segment up to this byte. */
    public bytes: number,
  ) {}

  /** How many events they tell of. */
  get events(): number {
    return this.offsets.length
  }

  /** Where the last of them starts. */
  get lastOffset(): number {
    return this.offsets.get(this.events - 1)
  }

  /** Notes the segment's next event, from `offset` up to `end`. */
  note(conversationId: string | null, placement: Placement | null, offset: number, end: number): void {
    this.offsets.push(offset)
    this.homes.push(conversationId === null ? 0 : this.conversations.numberOf(conversationId) + 1)
    this.bytes = end
    if (placement === null) return
    this.placing.push(this.offsets.length - 1)
    this.chatsOf.push(this.chats.numberOf(placement.chatId))
    this.numbers.push(placement.number)
    this.ticketsOf.push(placement.what === 'edited' ? isEdit : this.tickets.numberOf(placement.ticketId))
  }

  /** Tells the index of all events; it must know those before them and no more. */
  tell(index: EventIndex): void {
    const conversations = this.conversations.all.map((name) => index.conversations.numberOf(name))
    const tickets = this.tickets.all.map((name) => index.tickets.numberOf(name))
    const chats = this.chats.all.map((name) => index.chats.numberOf(name))
    const [offsets, homes, placing, chatsOf, numbers, ticketsOf] = this.columns().map((list) => list.flat())
    if (!offsets || !homes || !placing || !chatsOf || !numbers || !ticketsOf) return
    let next = 0
    for (let at = 0; at < offsets.length; at++) {
      const conversation = conversations[(homes[at] as number) - 1] ?? noConversation
      index.add(offsets[at] as number, conversation)
      if (placing[next] !== at) continue
      const chat = chats[chatsOf[next] as number] as number
      const ticket = tickets[ticketsOf[next] as number]
      const number = numbers[next++] as number
      if (ticket === undefined) index.editMessage(chat, number, index.seq)
      else index.placeMessage(chat, number, ticket, conversation, index.seq)
    }
  }

  encode(): Buffer {
    const { segment, firstSeq, bytes } = this
    const columns = this.columns().map((column) => column.bytes())
    const body = Buffer.concat(columns)
    const header: NotesHeader = {
      notes: version,
      segment,
      firstSeq,
      bytes,
      conversations: this.conversations.all,
      tickets: this.tickets.all,
      chats: this.chats.all,
      columns: columns.map(({ length }) => length),
      crc: hexOf(crc32(body)),
    }
    return Buffer.concat([frame(header), body])
  }

  /** Null if the bytes are not what {@link encode} gave. */
  static decode(bytes: Buffer): SegmentNotes | null {
    const header = unframe(bytes) as NotesHeader | null
    if (header?.notes !== version) return null
    const body = bytes.subarray(bytes.indexOf(0x0a) + 1)
    if (hexOf(crc32(body)) !== header.crc) return null
    const notes = new SegmentNotes(header.segment, header.firstSeq, header.bytes)
    let start = 0
    const columns = header.columns.map((length) => {
      start += length
      return Uint32List.of(body.subarray(start - length, start))
    })
    const [offsets, homes, placing, chatsOf, numbers, ticketsOf] = columns
    if (!offsets || !homes || !placing || !chatsOf || !numbers || !ticketsOf) return null
    const conversations = new Names(header.conversations)
    const tickets = new Names(header.tickets)
    const chats = new Names(header.chats)
    const lists = { offsets, homes, placing, chatsOf, numbers, ticketsOf }
    return Object.assign(notes, lists, { conversations, tickets, chats })
  }

  private columns(): readonly Uint32List[] {
    return [this.offsets, this.homes, this.placing, this.chatsOf, this.numbers, this.ticketsOf]
  }
}
