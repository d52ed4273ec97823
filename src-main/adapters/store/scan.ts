import type { DiskFile } from './disk'
import { decodeLine, type Line } from './line'

const windowBytes = 1 << 20
const newline = 0x0a

/** A line with where it starts in its file. */
export interface PlacedLine extends Line {
  readonly offset: number
}

/** How far a file could be read. */
export interface ScanEnd {
  /** Behind the last whole append. */
  readonly offset: number
  /** Last event of the last whole append. */
  readonly seq: number
  readonly sizeBytes: number
  /** Something behind `offset` was durable once: this is damage, not a torn write. */
  readonly isDamage: boolean
}

/**
 * Reads lines of a file one by one from `from`. `visit` says false to stop at a line. Answers the offset of
 * that line, or of what follows the last newline.
 */
export async function eachLine(
  file: DiskFile,
  from: number,
  visit: (bytes: Buffer, offset: number) => boolean,
): Promise<number> {
  let rest: Buffer = Buffer.alloc(0)
  let restAt = from
  for (;;) {
    const more = await file.read(restAt + rest.length, windowBytes)
    if (more.length === 0) return restAt
    const bytes = rest.length === 0 ? more : Buffer.concat([rest, more])
    let start = 0
    for (let end = bytes.indexOf(newline, rest.length); end >= 0; end = bytes.indexOf(newline, start)) {
      if (!visit(bytes.subarray(start, end), restAt + start)) return restAt + start
      start = end + 1
    }
    rest = bytes.subarray(start)
    restAt += start
  }
}

/**
 * Reads events from `from.offset`, where the one after `from.seq` should be, and hands on each append that is
 * whole. Stops at the first line that is not what it should be and finds out which it is: a write that was
 * never finished, or damage to what was durable. Proof of damage is a readable line further on that was
 * written when more than `seq` was durable.
 */
export async function scanAppends(
  file: DiskFile,
  from: { readonly offset: number; readonly seq: number },
  take: (append: readonly PlacedLine[], end: number) => void,
): Promise<ScanEnd> {
  let { offset, seq } = from
  let append: PlacedLine[] = []
  const stop = await eachLine(file, offset, (bytes, at) => {
    const line = decodeLine(bytes)
    if (line === null || line.seq !== seq + append.length + 1) return false
    append.push({ ...line, offset: at })
    if (!line.isLast) return true
    seq = line.seq
    offset = at + bytes.length + 1
    take(append, offset)
    append = []
    return true
  })
  let isDamage = false
  await eachLine(file, stop, (bytes) => {
    const line = decodeLine(bytes)
    isDamage = line !== null && line.seq - line.nth - 1 > seq
    return !isDamage
  })
  return { offset, seq, sizeBytes: await file.size(), isDamage }
}
