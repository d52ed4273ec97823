import { inflateSync } from 'node:zlib'
import type { Paint } from './jpeg'

/** Bytes of a pixel by the colour type of the header. Palettes and 16 bits are not read. */
const CHANNELS = new Map([
  [0, 1],
  [2, 3],
  [4, 2],
  [6, 4],
])

/** The picture in a PNG, as something to paint from; null for kinds that are not read here. */
export function readPng(bytes: Buffer): Paint | null {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [depth, kind, , , interlace] = bytes.subarray(24, 29)
  const channels = CHANNELS.get(kind ?? -1)
  if (depth !== 8 || channels === undefined || interlace !== 0) return null
  const unpacked = pixels(bytes, (width * channels + 1) * height)
  const rows = unfilter(unpacked, width * channels, height, channels)
  if (rows === null) return null
  const isGrey = channels < 3
  return (x, y) => {
    const row = Math.min(height - 1, Math.floor(y * height))
    const at = (row * width + Math.min(width - 1, Math.floor(x * width))) * channels
    const first = rows[at] ?? 0
    return isGrey ? [first, first, first] : [first, rows[at + 1] ?? 0, rows[at + 2] ?? 0]
  }
}

/** What the IDAT chunks hold, unpacked; nothing if that is more than the picture needs. */
function pixels(bytes: Buffer, most: number): Buffer {
  const packed: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  try {
    return inflateSync(Buffer.concat(packed), { maxOutputLength: most })
  } catch {
    return Buffer.alloc(0)
  }
}

/** Takes the filters off the rows (the PNG specification, section 9). */
function unfilter(data: Buffer, stride: number, height: number, step: number): Buffer | null {
  if (data.length < (stride + 1) * height) return null
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i
      const left = i >= step ? (out[at - step] ?? 0) : 0
      const above = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = y > 0 && i >= step ? (out[at - stride - step] ?? 0) : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0
      out[at] = (data[y * (stride + 1) + 1 + i] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
