import type { Recorded } from '../../core/desk/events'
import { crc32, hexOf } from './crc32'

/**
 * One event as the journal holds it: `crc seq nth flag json\n`.
 *
 * - `crc` over all that follows it on the line.
 * - `nth`: how many events came before it in the same write to the disk. All before those was durable when
 *   this line was written, which tells a torn write (nothing behind it was ever acknowledged) from damage.
 * - `flag`: `+` if more of the same append follow, `.` for the last. An append counts only when whole.
 */
export interface Line {
  readonly seq: number
  readonly nth: number
  readonly isLast: boolean
  /** The line's bytes and where the event starts in them. */
  readonly bytes: Buffer
  readonly jsonAt: number
}

const crcLength = 8

/** `json` is the event as one line of JSON. */
export function encodeLine(seq: number, nth: number, isLast: boolean, json: string): Buffer {
  const bytes = Buffer.from(`00000000 ${seq} ${nth} ${isLast ? '.' : '+'} ${json}\n`)
  bytes.write(hexOf(crc32(bytes.subarray(crcLength + 1, bytes.length - 1))), 0, 'latin1')
  return bytes
}

/** Null if the line (without its newline) is not what was once written. */
export function decodeLine(bytes: Buffer): Line | null {
  if (bytes.length < crcLength + 8 || bytes[crcLength] !== space) return null
  const body = bytes.subarray(crcLength + 1)
  if (bytes.toString('latin1', 0, crcLength) !== hexOf(crc32(body))) return null
  const seqEnd = body.indexOf(space)
  const nthEnd = body.indexOf(space, seqEnd + 1)
  return {
    seq: Number(body.toString('latin1', 0, seqEnd)),
    nth: Number(body.toString('latin1', seqEnd + 1, nthEnd)),
    isLast: body[nthEnd + 1] === dot,
    bytes,
    jsonAt: crcLength + 1 + nthEnd + 3,
  }
}

/** The event of a line whose CRC was right. */
export function recordedOf(line: Line): Recorded {
  return JSON.parse(line.bytes.toString('utf8', line.jsonAt)) as Recorded
}

const space = 0x20
const dot = 0x2e
