import { basename, join } from 'node:path'
import { JournalDamage } from './damage'
import type { Disk, DiskFile } from './disk'
import { encodeHeader, readHeader } from './segment-header'

/** One file of the journal. Bytes behind `size` are not part of it. */
export interface Segment {
  readonly number: number
  readonly path: string
  readonly firstSeq: number
  readonly headerBytes: number
  readonly file: DiskFile
  /** Durable bytes. */
  size: number
}

/** Path of a segment: `000001.log` and so on. */
export function segmentPath(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(6, '0')}.log`)
}

/** The number of a segment by its file's name; null for other files. */
export function segmentNumber(name: string): number | null {
  const digits = /^(\d{6,})\.log$/.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * The journal's files: appended to at the end of the last, never rewritten. A segment that is full is followed
 * by a new one; a write never spans two, so all segments but the last are durable to their last byte.
 */
export class SegmentFolder {
  private readonly segments: Segment[] = []
  /** A write failed and its bytes may be behind the end of the last segment. */
  private tailIsDirty = false

  constructor(
    private readonly disk: Disk,
    readonly path: string,
    private readonly segmentBytes: number,
  ) {}

  get all(): readonly Segment[] {
    return this.segments
  }

  /** Bytes of all segments together. */
  get size(): number {
    return this.segments.reduce((sum, segment) => sum + segment.size, 0)
  }

  /** Numbers of the segments on the disk, in order. */
  async numbers(): Promise<number[]> {
    const names = await this.disk.list(this.path)
    const numbers = names.flatMap((name) => segmentNumber(name) ?? [])
    return numbers.sort((a, b) => a - b)
  }

  /** Opens the next segment for reading and writing. Null if its header cannot be read: it is closed again. */
  async open(number: number): Promise<Segment | null> {
    const path = segmentPath(this.path, number)
    const file = await this.disk.open(path, 'write')
    const header = await readHeader(file).catch(closing(file))
    if (header === null || header.segment !== number) {
      await file.close()
      return null
    }
    const size = await file.size()
    const segment = { number, path, firstSeq: header.firstSeq, headerBytes: header.length, file, size }
    this.segments.push(segment)
    return segment
  }

  /** Makes what lies behind `size` in the last segment go away, durably. Answers how many bytes that were. */
  async cut(size: number): Promise<number> {
    const last = this.last
    const cutBytes = (await last.file.size()) - size
    last.size = size
    if (cutBytes > 0) {
      this.tailIsDirty = true
      await this.mend()
    }
    return cutBytes
  }

  /** Removes a segment that holds no event; if it is open, it is the last. */
  async discard(path: string): Promise<void> {
    if (this.segments.at(-1)?.path === path) await this.segments.pop()?.file.close()
    await this.disk.remove(path)
  }

  /**
   * Writes bytes behind the last and makes them durable. Answers where they are. After a rejection none of
   * them is part of the journal, whatever reached the disk.
   */
  async append(
    bytes: Buffer,
    firstSeq: number,
  ): Promise<{ readonly segment: Segment; readonly offset: number }> {
    await this.mend()
    const isFull = this.segments.length === 0 || this.overflows(bytes.length)
    const segment = isFull ? await this.roll(firstSeq) : this.last
    const offset = segment.size
    this.tailIsDirty = true
    try {
      await segment.file.write(bytes, offset)
      await segment.file.datasync()
      this.tailIsDirty = false
    } catch (error) {
      // If this fails as well, the next append tries it again before it writes.
      await this.mend().catch(() => undefined)
      throw error
    }
    segment.size += bytes.length
    return { segment, offset }
  }

  /** The segment that holds an event, which must be in the journal. */
  holding(seq: number): Segment {
    let at = this.segments.length - 1
    while (at > 0 && (this.segments[at] as Segment).firstSeq > seq) at--
    return this.segments[at] as Segment
  }

  async close(): Promise<void> {
    for (const segment of this.segments.splice(0)) await segment.file.close()
  }

  /** The damage of a journal that cannot be read beyond a place in a segment. */
  async damage(number: number, intact: { readonly bytes: number; readonly seq: number }) {
    let behind = 0
    for (const each of await this.numbers()) {
      if (each < number) continue
      const file = await this.disk.open(segmentPath(this.path, each), 'read')
      behind += await file.size().finally(() => file.close())
    }
    const path = segmentPath(this.path, number)
    const where = `${basename(path)}, byte ${intact.bytes}`
    const what = `The history cannot be read beyond event ${intact.seq} (${where}).`
    return new JournalDamage(what, path, intact.bytes, intact.seq, behind - intact.bytes)
  }

  private get last(): Segment {
    return this.segments[this.segments.length - 1] as Segment
  }

  private overflows(moreBytes: number): boolean {
    return this.last.size > this.last.headerBytes && this.last.size + moreBytes > this.segmentBytes
  }

  private async mend(): Promise<void> {
    if (!this.tailIsDirty) return
    await this.last.file.truncate(this.last.size)
    await this.last.file.datasync()
    this.tailIsDirty = false
  }

  private async roll(firstSeq: number): Promise<Segment> {
    const number = (this.segments[this.segments.length - 1]?.number ?? 0) + 1
    const path = segmentPath(this.path, number)
    const header = encodeHeader(number, firstSeq)
    const file = await this.disk.open(path, 'write')
    try {
      await file.truncate(0)
      await file.write(header, 0)
      await file.datasync()
      await this.disk.syncFolder(this.path)
    } catch (error) {
      await file.close()
      await this.disk.remove(path).catch(() => undefined)
      throw error
    }
    const segment = { number, path, firstSeq, headerBytes: header.length, file, size: header.length }
    this.segments.push(segment)
    return segment
  }
}

function closing(file: DiskFile): (error: unknown) => Promise<never> {
  return async (error) => {
    await file.close()
    throw error
  }
}
