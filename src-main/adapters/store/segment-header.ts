import { currentFormat, NewerFormat } from './damage'
import type { DiskFile } from './disk'
import { frame, unframe } from './framed'

/** The first line of a segment: what it is, its place in the journal and the first event it may hold. */
export interface SegmentHeader {
  readonly segment: number
  readonly firstSeq: number
  /** Where the events begin. */
  readonly length: number
}

const maxLength = 256

export function encodeHeader(segment: number, firstSeq: number): Buffer {
  return frame({ journal: 'topicdesk', format: currentFormat, segment, firstSeq })
}

/**
 * Null if the header is torn or damaged.
 * @throws {NewerFormat} if it names a format above ours.
 */
export async function readHeader(file: DiskFile): Promise<SegmentHeader | null> {
  const bytes = await file.read(0, maxLength)
  const header = unframe(bytes) as { format: number; segment: number; firstSeq: number } | null
  if (header === null) return null
  if (header.format > currentFormat) throw new NewerFormat(header.format)
  return { segment: header.segment, firstSeq: header.firstSeq, length: bytes.indexOf(0x0a) + 1 }
}
