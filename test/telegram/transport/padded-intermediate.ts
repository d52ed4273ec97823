import { randomBytes, randomInt } from 'node:crypto'
import type { Framing } from './framing'
import { intermediateFraming } from './intermediate'

const ENCRYPTED_HEADER = 24
const PLAIN_HEADER = 20

/**
 * Intermediate with 0 to 15 random bytes behind each packet, so that lengths
 * give nothing away. Ours have 0 to 3, which is as good and is all that some
 * clients take off; errors of four bytes have none. The packet itself must tell where it ends: a plain one has
 * a length field, the body of an encrypted one is a multiple of 16.
 */
export function paddedIntermediateFraming(): Framing {
  const inner = intermediateFraming()
  return {
    name: 'padded-intermediate',
    take(bytes) {
      const taken = inner.take(bytes)
      if (taken === null) return null
      return { packet: taken.packet.subarray(0, lengthWithoutPadding(taken.packet)), used: taken.used }
    },
    wrap(packet) {
      return inner.wrap(Buffer.concat([packet, randomBytes(packet.length <= 4 ? 0 : randomInt(4))]))
    },
  }
}

function lengthWithoutPadding(packet: Buffer): number {
  if (packet.length < PLAIN_HEADER) return packet.length
  const isPlain = packet.readBigInt64LE(0) === 0n
  if (isPlain) return Math.min(packet.length, PLAIN_HEADER + Math.max(0, packet.readInt32LE(16)))
  return packet.length - ((packet.length - ENCRYPTED_HEADER) % 16)
}
