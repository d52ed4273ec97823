import { join } from 'node:path'
import type { DeskEvent } from '../../core/desk/events'
import type { Disk } from './disk'
import type { EventIndex } from './event-index'
import { decodeLine } from './line'
import { conversationOf, placementOf } from './placement'
import type { Segment } from './segment-folder'
import { SegmentNotes } from './segment-notes'
import { Slices } from './slices'

/** Messages placed between two looks at the time. */
const placedAtOnce = 5_000

/**
 * Keeps the index and the notes of all segments in step. Notes of a segment that still grows are held in
 * memory; {@link save} writes those that are not on the disk yet.
 */
export class Notebook {
  private readonly unsaved = new Map<number, SegmentNotes>()
  /** Of the last segment, which may still grow. */
  private last: SegmentNotes | null = null

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    readonly index: EventIndex,
  ) {}

  /**
   * Tells the index all that is noted of a segment, which must follow what it knows. Answers the byte up to
   * which that is; the beginning of the events if there are no notes that fit.
   */
  async recall(segment: Segment): Promise<number> {
    const notes = (await this.read(segment)) ?? this.blank(segment)
    notes.tell(this.index)
    this.last = notes
    return notes.bytes
  }

  /** Notes an event that has become durable, from `offset` up to `end` in its segment. */
  note(segment: Segment, event: DeskEvent, offset: number, end: number): void {
    if (this.last?.segment !== segment.number) this.last = this.blank(segment)
    const taken = this.index.take(offset, conversationOf(event), placementOf(event))
    this.last.note(taken, offset, end, this.index)
    this.unsaved.set(segment.number, this.last)
  }

  /** Finishes what recalling left for later, in slices: whoever asks before has it done at once. */
  async placeMessages(): Promise<void> {
    const slices = new Slices()
    while (this.index.placeSome(placedAtOnce)) await slices.rest()
  }

  /** Writes notes that are not on the disk. Not synced: notes that do not fit are not believed. */
  async save(): Promise<void> {
    for (const [number, notes] of [...this.unsaved]) {
      const path = this.pathOf(number)
      const bytes = notes.encode(this.index)
      this.unsaved.delete(number)
      try {
        const file = await this.disk.open(`${path}.tmp`, 'write')
        try {
          await file.truncate(0)
          await file.write(bytes, 0)
        } finally {
          await file.close()
        }
        await this.disk.rename(`${path}.tmp`, path)
      } catch (error) {
        if (!this.unsaved.has(number)) this.unsaved.set(number, notes)
        throw error
      }
    }
  }

  private async read(segment: Segment): Promise<SegmentNotes | null> {
    const bytes = await this.disk.readAll(this.pathOf(segment.number))
    const notes = bytes && SegmentNotes.decode(bytes)
    if (!notes || notes.segment !== segment.number || notes.firstSeq !== segment.firstSeq) return null
    if (!notes.follows(this.index)) return null
    return notes.bytes <= segment.size && (await this.fits(notes, segment)) ? notes : null
  }

  /** Whether the last event noted is where it should be and ends where the notes do. */
  private async fits(notes: SegmentNotes, { file, headerBytes }: Segment): Promise<boolean> {
    if (notes.events === 0) return notes.bytes === headerBytes
    const bytes = await file.read(notes.lastOffset, notes.bytes - notes.lastOffset)
    const line = decodeLine(bytes.subarray(0, -1))
    return line?.isLast === true && line.seq === notes.firstSeq + notes.events - 1
  }

  private blank({ number, firstSeq, headerBytes }: Segment): SegmentNotes {
    return SegmentNotes.begin(number, firstSeq, headerBytes, this.index)
  }

  private pathOf(number: number): string {
    return join(this.folder, `${String(number).padStart(6, '0')}.idx`)
  }
}
