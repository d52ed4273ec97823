import { unzipSync } from 'node:zlib'
import { TlReader } from '../tl/reader'
import { TlError } from '../tl/tl-error'
import { TlWriter } from '../tl/writer'
import { LONGEST_PACKET } from '../transport/framing'
import type { Frame } from './envelope'
import { GZIP_PACKED, MSG_CONTAINER } from './service-messages'

const MOST_MESSAGES = 1024
const LARGEST_CONTENT = 4 * LONGEST_PACKET
/** Answered with INPUT_FETCH_ERROR, like any packed call that does not unpack. */
const NOTHING_PACKED = new TlWriter().uint(GZIP_PACKED).blob(Buffer.alloc(0)).done()

/**
 * The messages in a packet: itself, or what its container holds
 * (core.telegram.org/mtproto/service_messages#containers). Containers never nest.
 *
 * @returns null for a container that cannot be read: bad_msg_notification 64.
 */
export function unpack(frame: Frame): Frame[] | null {
  if (frame.body.readUInt32LE(0) !== MSG_CONTAINER) {
    return [{ ...frame, body: unpackWithin(frame.body, LARGEST_CONTENT) }]
  }
  try {
    const reader = new TlReader(frame.body, 4)
    const count = reader.int()
    if (count < 0 || count > MOST_MESSAGES) return null
    const frames: Frame[] = []
    let content = 0
    for (let i = 0; i < count; i++) {
      const messageId = reader.int64()
      const seqNo = reader.int()
      const body = reader.raw(reader.int())
      if (body.length < 4 || body.readUInt32LE(0) === MSG_CONTAINER) return null
      const unpacked = unpackWithin(body, LARGEST_CONTENT - content)
      if (unpacked !== body) content += unpacked.length
      frames.push({ messageId, seqNo, body: unpacked })
    }
    return frames
  } catch {
    return null
  }
}

/** Unpacks one of several messages, which together may not swell without end. What does not unpack stays broken. */
function unpackWithin(body: Buffer, most: number): Buffer {
  try {
    const unpacked = most > 0 ? gunzip(body) : NOTHING_PACKED
    // Packed twice, or to less than a constructor: no call.
    return unpacked.length < 4 || (unpacked !== body && isPacked(unpacked)) ? NOTHING_PACKED : unpacked
  } catch {
    return NOTHING_PACKED
  }
}

function isPacked(body: Buffer): boolean {
  return body.length >= 4 && body.readUInt32LE(0) === GZIP_PACKED
}

/** Requests above a kilobyte arrive packed, by gzip or by bare zlib. @throws TlError if they do not unpack, or to more than is sane. */
export function gunzip(body: Buffer): Buffer {
  if (!isPacked(body)) return body
  const packed = new TlReader(body, 4).blob()
  try {
    return unzipSync(packed, { maxOutputLength: LONGEST_PACKET })
  } catch (error) {
    throw new TlError(`does not unpack: ${error instanceof Error ? error.message : String(error)}`)
  }
}
