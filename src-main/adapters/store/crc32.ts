import * as zlib from 'node:zlib'

/**
 * CRC-32 (IEEE 802.3, the one of zlib and PNG) of bytes; `before` continues an earlier one, so that
 * `crc32(b, crc32(a))` is the CRC of a and b together. Unsigned.
 */
export type Crc32 = (bytes: Uint8Array, before?: number) => number

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** The same in plain code, for the runtimes whose zlib has no crc32 (before Node 20.15). */
export const plainCrc32: Crc32 = (bytes, before = 0) => {
  let crc = ~before
  for (let at = 0; at < bytes.length; at++) {
    crc = (table[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}

const native: Crc32 | undefined = zlib.crc32

/** Checksum of every line and file of the store; see {@link Crc32}. */
export const crc32: Crc32 = native ?? plainCrc32

/** A CRC as the store writes it: eight hexadecimal digits. */
export function hexOf(crc: number): string {
  return crc.toString(16).padStart(8, '0')
}
