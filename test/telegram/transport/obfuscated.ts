import { createCipheriv, createDecipheriv } from 'node:crypto'

/** AES-256-CTR over the whole stream, one key each way. */
export interface Obfuscation {
  decipher(bytes: Buffer): Buffer
  cipher(bytes: Buffer): Buffer
}

/**
 * Reads the 64 bytes with which an obfuscated connection starts
 * (core.telegram.org/mtproto/mtproto-transports#transport-obfuscation). They
 * hold the keys, and, once deciphered themselves, the tag of the framing inside.
 */
export function openObfuscation(bytes: Buffer): { tag: number; obfuscation: Obfuscation; rest: Buffer } {
  const header = Buffer.from(bytes.subarray(0, 64))
  const reversed = Buffer.from(header.subarray(8, 56)).reverse()
  const incoming = createDecipheriv('aes-256-ctr', header.subarray(8, 40), header.subarray(40, 56))
  const outgoing = createCipheriv('aes-256-ctr', reversed.subarray(0, 32), reversed.subarray(32, 48))
  const plain = incoming.update(bytes)
  return {
    tag: plain.readUInt32LE(56),
    obfuscation: { decipher: (data) => incoming.update(data), cipher: (data) => outgoing.update(data) },
    rest: plain.subarray(64),
  }
}
