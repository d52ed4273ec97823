import { crc32 } from './crc32'
import { type Framing, FramingError, LONGEST_PACKET } from './framing'

/** Length, sequence number, packet, CRC-32. No magic bytes at the start: detected by elimination. */
export function fullFraming(): Framing {
  let received = 0
  let sent = 0
  return {
    name: 'full',
    take(bytes) {
      if (bytes.length < 4) return null
      const length = bytes.readUInt32LE(0)
      if (length < 12 || length > LONGEST_PACKET) throw new FramingError(`a full packet of ${length} bytes`)
      if (bytes.length < length) return null
      if (crc32(bytes.subarray(0, length - 4)) !== bytes.readUInt32LE(length - 4)) {
        throw new FramingError('wrong checksum')
      }
      if (bytes.readUInt32LE(4) !== received++) throw new FramingError('wrong sequence number')
      return { packet: bytes.subarray(8, length - 4), used: length }
    },
    wrap(packet) {
      const out = Buffer.allocUnsafe(packet.length + 12)
      out.writeUInt32LE(out.length, 0)
      out.writeUInt32LE(sent++, 4)
      packet.copy(out, 8)
      out.writeUInt32LE(crc32(out.subarray(0, out.length - 4)), out.length - 4)
      return out
    },
  }
}
