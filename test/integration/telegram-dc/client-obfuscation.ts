import { createCipheriv, createDecipheriv } from 'node:crypto'

/** The client's side of an obfuscated connection: how it starts, and its two ciphers. */
export interface ClientObfuscation {
  readonly start: Buffer
  cipher(bytes: Buffer): Buffer
  decipher(bytes: Buffer): Buffer
}

/**
 * core.telegram.org/mtproto/mtproto-transports#transport-obfuscation
 *
 * @param tag of the framing inside, such as `efefefef`.
 * @param noise 64 bytes: the keys lie in them.
 */
export function obfuscate(tag: Buffer, noise: Buffer): ClientObfuscation {
  const header = Buffer.from(noise)
  // Neither the first byte nor the first words may look like another transport.
  header[0] = 0x11
  header.writeUInt32LE(0x12345678, 4)
  tag.copy(header, 56)
  const reversed = Buffer.from(header.subarray(8, 56)).reverse()
  const outgoing = createCipheriv('aes-256-ctr', header.subarray(8, 40), header.subarray(40, 56))
  const incoming = createDecipheriv('aes-256-ctr', reversed.subarray(0, 32), reversed.subarray(32, 48))
  return {
    start: Buffer.concat([header.subarray(0, 56), outgoing.update(header).subarray(56)]),
    cipher: (bytes) => outgoing.update(bytes),
    decipher: (bytes) => incoming.update(bytes),
  }
}
