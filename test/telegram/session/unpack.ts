import { unzipSync } from 'node:zlib'
import { TlReader } from '../tl/reader'
import { LONGEST_PACKET } from '../transport/framing'
import type { Frame } from './envelope'
import { GZIP_PACKED, MSG_CONTAINER } from './service-messages'

const MOST_MESSAGES = 1024

/**
 * The messages in a packet: itself, or what its container holds
 * (core.telegram.org/mtproto/service_messages#containers). Containers never nest.
 *
 * @returns null for a container that cannot be read: bad_msg_notification 64.
 */
export function unpack(frame: Frame): Frame[] | null {
  if (frame.body.readUInt32LE(0) !== MSG_CONTAINER) return [frame]
  try {
    const reader = new TlReader(frame.body, 4)
    const count = reader.int()
    if (count < 0 || count > MOST_MESSAGES) return null
    const frames: Frame[] = []
    for (let i = 0; i < count; i++) {
      const messageId = reader.int64()
      const seqNo = reader.int()
      const body = reader.raw(reader.int())
      if (body.length < 4 || body.readUInt32LE(0) === MSG_CONTAINER) return null
      frames.push({ messageId, seqNo, body })
    }
    return frames
  } catch {
    return null
  }
}

/** Requests above a kilobyte arrive packed, by gzip or by bare zlib. @throws if they do not unpack, or to more than is sane. */
export function gunzip(body: Buffer): Buffer {
  if (body.length < 4 || body.readUInt32LE(0) !== GZIP_PACKED) return body
  return unzipSync(new TlReader(body, 4).blob(), { maxOutputLength: LONGEST_PACKET })
}
