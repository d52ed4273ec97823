import type { Recorded } from '../../core/desk/events'
import type { DeskState } from '../../core/desk/state'
import type { Disk } from './disk'
import { decodeLine, recordedOf } from './line'
import type { Notebook } from './notebook'
import { eachLine, type ScanEnd, scanAppends } from './scan'
import { type Segment, type SegmentFolder, segmentPath } from './segment-folder'

/** Folds one event into a state; pure. */
export type Evolve = (state: DeskState, recorded: Recorded) => DeskState

/** What reading needs; `state` moves on as events are read. */
export interface Reading {
  readonly disk: Disk
  readonly segments: SegmentFolder
  readonly notebook: Notebook
  readonly evolve: Evolve
  state: DeskState
  /** Bytes read of the journal, and bytes of an unfinished write cut off its end. */
  readBytes: number
  cutBytes: number
}

/**
 * Opens all segments and reads what is not yet folded or noted. A write that was never finished is cut off
 * the end: nobody was told that it had been kept. All up to `durableSeq` is known to have been durable.
 *
 * @throws {JournalDamage} if anything is unreadable that was durable once; nothing is changed on the disk.
 */
export async function readJournal(reading: Reading, durableSeq: number): Promise<void> {
  const { disk, segments, notebook } = reading
  const { index } = notebook
  const numbers = await segments.numbers()
  for (const [at, number] of numbers.entries()) {
    const isLast = at === numbers.length - 1
    const nothing = { bytes: 0, seq: index.seq }
    if (number !== at + 1) throw await segments.damage(at + 1, nothing)
    const segment = await segments.open(number)
    if (segment === null || segment.firstSeq !== index.seq + 1) {
      const path = segmentPath(segments.path, number)
      const isNeeded = !isLast || index.seq < durableSeq || (await holdsEvents(disk, path))
      if (isNeeded) throw await segments.damage(number, nothing)
      await segments.discard(path)
      break
    }
    const end = await readSegment(reading, segment)
    const isTorn = end.offset < end.sizeBytes
    if (end.isDamage || (isTorn && !isLast) || (isLast && end.seq < durableSeq)) {
      throw await segments.damage(number, { bytes: end.offset, seq: end.seq })
    }
    if (isTorn) reading.cutBytes = await segments.cut(end.offset)
  }
  if (index.seq >= durableSeq) return
  throw await segments.damage((numbers.at(-1) ?? 0) + 1, { bytes: 0, seq: index.seq })
}

/** Reads from the first event that is not folded or not noted. */
async function readSegment(reading: Reading, segment: Segment): Promise<ScanEnd> {
  const { notebook, evolve } = reading
  const { index } = notebook
  const notedBytes = await notebook.recall(segment)
  const folded = Math.max(reading.state.seq, segment.firstSeq - 1)
  const from =
    folded < index.seq
      ? { seq: folded, offset: index.offsetOf(folded + 1) }
      : { seq: index.seq, offset: notedBytes }
  const end = await scanAppends(segment.file, from, (append) => {
    for (const line of append) {
      const recorded = recordedOf(line)
      if (recorded.seq > index.seq) {
        notebook.note(segment, recorded.event, line.offset, line.offset + line.bytes.length + 1)
      }
      if (recorded.seq > reading.state.seq) reading.state = evolve(reading.state, recorded)
    }
  })
  reading.readBytes += end.offset - from.offset
  segment.size = end.offset
  return end
}

async function holdsEvents(disk: Disk, path: string): Promise<boolean> {
  const file = await disk.open(path, 'read')
  let found = false
  try {
    await eachLine(file, 0, (bytes) => {
      found = decodeLine(bytes) !== null
      return !found
    })
  } finally {
    await file.close()
  }
  return found
}
