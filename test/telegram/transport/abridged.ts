import { type Framing, FramingError, LONGEST_PACKET } from './framing'

/** Length in words, in one byte or in 0x7f and three. The top bit asks for a quick ack, which is optional. */
export function abridgedFraming(): Framing {
  return {
    name: 'abridged',
    take(bytes) {
      if (bytes.length < 1) return null
      const first = bytes.readUInt8(0) & 0x7f
      const isLong = first === 0x7f
      if (isLong && bytes.length < 4) return null
      const header = isLong ? 4 : 1
      const length = (isLong ? bytes.readUIntLE(1, 3) : first) * 4
      if (length === 0 || length > LONGEST_PACKET)
        throw new FramingError(`an abridged packet of ${length} bytes`)
      if (bytes.length < header + length) return null
      return { packet: bytes.subarray(header, header + length), used: header + length }
    },
    wrap(packet) {
      const words = packet.length / 4
      if (words < 0x7f) return Buffer.concat([Buffer.from([words]), packet])
      const header = Buffer.from([0x7f, 0, 0, 0])
      header.writeUIntLE(words, 1, 3)
      return Buffer.concat([header, packet])
    },
  }
}
