const table = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** CRC-32 of the full transport, by hand: `zlib.crc32` is younger than Node 20. */
export function crc32(...parts: Buffer[]): number {
  let crc = 0xffffffff
  for (const part of parts) {
    for (const byte of part) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}
