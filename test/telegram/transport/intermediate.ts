import { type Framing, FramingError, LONGEST_PACKET } from './framing'

/** Length in bytes, then the packet. The top bit asks for a quick ack, which is optional. */
export function intermediateFraming(): Framing {
  return {
    name: 'intermediate',
    take(bytes) {
      if (bytes.length < 4) return null
      const length = bytes.readUInt32LE(0) & 0x7fffffff
      if (length === 0 || length > LONGEST_PACKET) throw new FramingError(`a packet of ${length} bytes`)
      if (bytes.length < 4 + length) return null
      return { packet: bytes.subarray(4, 4 + length), used: 4 + length }
    },
    wrap(packet) {
      const header = Buffer.allocUnsafe(4)
      header.writeUInt32LE(packet.length, 0)
      return Buffer.concat([header, packet])
    },
  }
}
