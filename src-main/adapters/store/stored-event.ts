import type { Recorded } from '../../core/desk/events'
import type { EventIndex } from './event-index'
import { decodeLine, recordedOf } from './line'
import type { SegmentFolder } from './segment-folder'

/**
 * Reads one event that the index knows, from the disk and without waiting.
 *
 * @throws an Error naming the file if the event is not there as it was written: the disk has lost it since.
 */
export function storedEvent(segments: SegmentFolder, index: EventIndex, seq: number): Recorded {
  const segment = segments.holding(seq)
  const offset = index.offsetOf(seq)
  const isLastOfSegment = seq === index.seq || segments.holding(seq + 1) !== segment
  const end = isLastOfSegment ? segment.size : index.offsetOf(seq + 1)
  const line = decodeLine(segment.file.readNow(offset, end - offset - 1))
  if (line?.seq !== seq) throw new Error(`event ${seq} cannot be read in ${segment.path}`)
  return recordedOf(line)
}
