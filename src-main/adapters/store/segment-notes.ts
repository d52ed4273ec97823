import { crc32, hexOf } from './crc32'
import { columnNames, type EventColumns } from './event-columns'
import type { EventIndex, Taken } from './event-index'
import { frame, unframe } from './framed'
import { Uint32List } from './uint32-list'

const nameLists = ['conversations', 'tickets', 'chats'] as const
/** How many conversations, tickets and chats have a number. */
type Named = readonly number[]

/** What a file of notes says before its names and columns. */
interface NotesHeader {
  readonly notes: number
  readonly segment: number
  readonly firstSeq: number
  /** How much of the segment the notes are about: up to here. */
  readonly bytes: number
  /** How many had a name before the segment's first event, and after the last that is noted. */
  readonly before: Named
  readonly after: Named
  /** Bytes of each list of new names, then of each column. */
  readonly parts: readonly number[]
  readonly crc: string
}

const version = 2

/**
 * What the index needs to know of one segment's events, so that the segment need not be read again at every
 * start: numbers as the index gave them, and the names that were new to it. A cache: without it, or if it does not
 * fit, the segment itself is read.
 */
export class SegmentNotes {
  private after: Named
  /** As they were read, until the segment grows. */
  private kept: { readonly columns: EventColumns; readonly names: readonly Buffer[] } | null = null
  private grown: readonly Uint32List[] | null = null

  constructor(
    readonly segment: number,
    readonly firstSeq: number,
    /** The notes are about the segment up to this byte. */
    public bytes: number,
    private readonly before: Named,
  ) {
    this.after = before
  }

  /** Notes of a segment whose first event is the next that the index will take. */
  static begin(segment: number, firstSeq: number, bytes: number, index: EventIndex): SegmentNotes {
    return new SegmentNotes(segment, firstSeq, bytes, namedIn(index))
  }

  /** How many events they tell of. */
  get events(): number {
    return this.kept?.columns.offsets.length ?? this.grown?.[0]?.length ?? 0
  }

  /** Where the last of them starts. */
  get lastOffset(): number {
    return this.kept?.columns.offsets[this.events - 1] ?? this.grown?.[0]?.get(this.events - 1) ?? 0
  }

  /** Whether they go on where the index stands. */
  follows(index: EventIndex): boolean {
    return index.seq === this.firstSeq - 1 && String(namedIn(index)) === String(this.before)
  }

  /** Notes the segment's next event, from `offset` up to `end`, which the index has just taken. */
  note({ conversation, message }: Taken, offset: number, end: number, index: EventIndex): void {
    const [offsets, homes, placing, chats, numbers, tickets] = this.lists()
    offsets?.push(offset)
    homes?.push((conversation ?? -1) + 1)
    this.bytes = end
    this.after = namedIn(index)
    if (message === null) return
    placing?.push(this.events - 1)
    chats?.push(message.chat)
    numbers?.push(message.number)
    tickets?.push(message.ticket)
  }

  /** Tells the index of all events; they must follow it. */
  tell(index: EventIndex): void {
    if (this.kept === null) return
    nameLists.forEach((list, at) => {
      const count = (this.after[at] ?? 0) - (this.before[at] ?? 0)
      index[list].addLater(this.kept?.names[at] ?? Buffer.alloc(0), count)
    })
    index.takeAll(this.kept.columns)
  }

  /** `index` is the one that took the events. */
  encode(index: EventIndex): Buffer {
    const { segment, firstSeq, bytes, before, after } = this
    const names = nameLists.map((list, at) => index[list].jsonOf(before[at] ?? 0, after[at] ?? 0))
    const columns = this.lists().map((list) => new Uint8Array(list.flat().buffer))
    const body = Buffer.concat([...names, ...columns])
    const parts = [...names, ...columns].map(({ length }) => length)
    const crc = hexOf(crc32(body))
    const header: NotesHeader = { notes: version, segment, firstSeq, bytes, before, after, parts, crc }
    return Buffer.concat([frame(header), body])
  }

  /** Null if the bytes are not what {@link encode} gave. */
  static decode(bytes: Buffer): SegmentNotes | null {
    const header = unframe(bytes) as NotesHeader | null
    if (header?.notes !== version) return null
    const body = bytes.subarray(bytes.indexOf(0x0a) + 1)
    if (hexOf(crc32(body)) !== header.crc) return null
    let end = 0
    const parts = header.parts.map((length) => {
      end += length
      return body.subarray(end - length, end)
    })
    const columns = columnNames.map((name, at) => [name, numbersIn(parts[nameLists.length + at])] as const)
    const notes = new SegmentNotes(header.segment, header.firstSeq, header.bytes, header.before)
    notes.after = header.after
    notes.kept = { names: parts, columns: Object.fromEntries(columns) as unknown as EventColumns }
    return notes
  }

  private lists(): readonly Uint32List[] {
    const { kept } = this
    this.grown ??= columnNames.map((name) => Uint32List.of(kept?.columns[name] ?? new Uint32Array()))
    this.kept = null
    return this.grown
  }
}

function namedIn(index: EventIndex): Named {
  return nameLists.map((list) => index[list].size)
}

/** A copy, so that the bytes of the file can go; in this machine's order. */
function numbersIn(bytes: Buffer = Buffer.alloc(0)): Uint32Array {
  const numbers = new Uint32Array(bytes.length / Uint32Array.BYTES_PER_ELEMENT)
  new Uint8Array(numbers.buffer).set(bytes)
  return numbers
}
