import { crc32, hexOf } from './crc32'

/** One JSON value on a line of its own with its CRC before it: `crc json\n`. */
export function frame(value: unknown): Buffer {
  const json = JSON.stringify(value)
  return Buffer.from(`${hexOf(crc32(Buffer.from(json)))} ${json}\n`)
}

/** The value of the first line of `bytes`, or null if there is no whole line or its CRC is wrong. */
export function unframe(bytes: Buffer): unknown {
  const end = bytes.indexOf(0x0a)
  if (end < 10 || bytes[8] !== 0x20) return null
  const body = bytes.subarray(9, end)
  if (bytes.toString('latin1', 0, 8) !== hexOf(crc32(body))) return null
  return JSON.parse(body.toString('utf8'))
}
