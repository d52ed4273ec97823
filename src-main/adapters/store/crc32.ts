import * as zlib from 'node:zlib'

/**
 * CRC-32 (IEEE 802.3, the one of zlib and PNG) of bytes; `before` continues an earlier one, so that
 * `crc32(b, crc32(a))` is the CRC of a and b together. Unsigned.
 */
export type Crc32 = (bytes: Uint8Array, before?: number) => number

const together = 8
/** Row n tells what a byte does to the CRC when n bytes follow it, so that eight are taken at a step. */
const table = new Uint32Array(together * 256)
for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  table[byte] = value
}
for (let at = 256; at < table.length; at++) {
  const before = table[at - 256] as number
  table[at] = (table[before & 255] as number) ^ (before >>> 8)
}

/** The same in plain code, for the runtimes whose zlib has no crc32 (before Node 20.15). */
export const plainCrc32: Crc32 = (bytes, before = 0) => {
  const look = (row: number, byte: number) => table[row * 256 + byte] as number
  const byte = (at: number) => bytes[at] as number
  let crc = ~before
  let at = 0
  for (const end = bytes.length - together; at <= end; at += together) {
    const first = crc ^ (byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24))
    crc =
      look(7, first & 255) ^
      look(6, (first >>> 8) & 255) ^
      look(5, (first >>> 16) & 255) ^
      look(4, first >>> 24) ^
      look(3, byte(at + 4)) ^
      look(2, byte(at + 5)) ^
      look(1, byte(at + 6)) ^
      look(0, byte(at + 7))
  }
  for (; at < bytes.length; at++) crc = look(0, (crc ^ byte(at)) & 255) ^ (crc >>> 8)
  return ~crc >>> 0
}

const native: Crc32 | undefined = zlib.crc32

/** Checksum of every line and file of the store; see {@link Crc32}. */
export const crc32: Crc32 = native ?? plainCrc32

/** A CRC as the store writes it: eight hexadecimal digits. */
export function hexOf(crc: number): string {
  return crc.toString(16).padStart(8, '0')
}
