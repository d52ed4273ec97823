import type { Recorded } from '../../core/desk/events'
import type { DeskState } from '../../core/desk/state'
import type { Disk } from './disk'
import type { EventIndex } from './event-index'
import { decodeLine, recordedOf } from './line'
import { conversationOf, placementOf } from './placement'
import { eachLine, scanAppends } from './scan'
import { type Segment, type SegmentFolder, segmentPath } from './segment-folder'

export type Evolve = (state: DeskState, recorded: Recorded) => DeskState

/** A state on its way through the journal. */
export interface Fold {
  state: DeskState
  /** When the last event read was recorded; null if none was. */
  lastAt: string | null
}

/**
 * Opens all segments and reads what is not yet folded or indexed. A write that was never finished is cut off
 * the end: nobody was told that it had been kept. Answers how many bytes that were.
 *
 * @throws {JournalDamage} if anything is unreadable that was durable once; nothing is changed on the disk.
 */
export async function readJournal(
  disk: Disk,
  folder: SegmentFolder,
  index: EventIndex,
  fold: Fold,
  evolve: Evolve,
  /** All up to this event is known to have been durable. */
  durableSeq: number,
): Promise<number> {
  const numbers = await folder.numbers()
  let cutBytes = 0
  for (const [at, number] of numbers.entries()) {
    const isLast = at === numbers.length - 1
    const intact = { bytes: 0, seq: index.seq }
    if (number !== at + 1) throw await folder.damage('A part of the journal is missing.', number, intact)
    const segment = await folder.open(number)
    if (segment === null || segment.firstSeq !== index.seq + 1) {
      const path = segmentPath(folder.path, number)
      if (!isLast || index.seq < durableSeq || (await holdsEvents(disk, path))) {
        throw await folder.damage('The beginning of a part of the journal cannot be read.', number, intact)
      }
      if (segment !== null) await folder.discardLast()
      else await disk.remove(path)
      break
    }
    const end = await readSegment(segment, index, fold, evolve)
    const isTorn = end.offset < end.sizeBytes
    if (end.isDamage || (isTorn && !isLast) || (isLast && end.seq < durableSeq)) {
      throw await folder.damage('Part of the journal cannot be read.', number, {
        bytes: end.offset,
        seq: end.seq,
      })
    }
    if (isTorn) cutBytes = await folder.cut(end.offset)
  }
  if (index.seq < durableSeq) {
    const last = numbers.at(-1) ?? 1
    throw await folder.damage('The end of the journal is missing.', last + 1, { bytes: 0, seq: index.seq })
  }
  return cutBytes
}

function readSegment(segment: Segment, index: EventIndex, fold: Fold, evolve: Evolve) {
  return scanAppends(segment.file, { offset: segment.headerBytes, seq: index.seq }, (append) => {
    for (const line of append) {
      const recorded = recordedOf(line)
      index.add(line.offset, conversationOf(recorded.event), placementOf(recorded.event))
      fold.lastAt = recorded.at
      if (recorded.seq > fold.state.seq) fold.state = evolve(fold.state, recorded)
    }
  })
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
