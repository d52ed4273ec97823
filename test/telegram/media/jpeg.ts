import { HEIGHT_AT, HUFFMAN_AT, JPEG_HEADER, QUANTISATION_AT, WIDTH_AT, ZIGZAG } from './jpeg-tables'

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number]

/** What a picture shows at a place; both run from 0 to 1. */
export type Paint = (x: number, y: number) => Colour

type Code = readonly [bits: number, length: number]

const CHANNELS: readonly ((colour: Colour) => number)[] = [
  ([r, g, b]) => 0.299 * r + 0.587 * g + 0.114 * b - 128,
  ([r, g, b]) => -0.168736 * r - 0.331264 * g + 0.5 * b,
  ([r, g, b]) => 0.5 * r - 0.418688 * g - 0.081312 * b,
]

const COSINES = Array.from({ length: 64 }, (_, i) => {
  const frequency = i >> 3
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos((((i & 7) * 2 + 1) * frequency * Math.PI) / 16)
})

/** The codes of one Huffman table, by symbol. */
function huffman(at: number): Map<number, Code> {
  const codes = new Map<number, Code>()
  let code = 0
  let symbolAt = at + 16
  for (let length = 1; length <= 16; length++, code <<= 1) {
    for (let n = JPEG_HEADER.readUInt8(at + length - 1); n > 0; n--) {
      codes.set(JPEG_HEADER.readUInt8(symbolAt++), [code++, length])
    }
  }
  return codes
}

const TABLES = [HUFFMAN_AT.brightness, HUFFMAN_AT.colour].map(([dc, ac]) => ({
  dc: huffman(dc),
  ac: huffman(ac),
}))

/** Bits into bytes; a byte of ones is followed by a zero, so that it is no marker. */
class BitWriter {
  readonly bytes: number[] = []
  private pending = 0
  private count = 0

  put([bits, length]: Code): void {
    for (let i = length - 1; i >= 0; i--) {
      this.pending = (this.pending << 1) | ((bits >> i) & 1)
      if (++this.count < 8) continue
      this.bytes.push(this.pending)
      if (this.pending === 0xff) this.bytes.push(0)
      this.pending = 0
      this.count = 0
    }
  }

  done(): Buffer {
    while (this.count > 0) this.put([1, 1])
    return Buffer.from(this.bytes)
  }
}

/** A number as JPEG writes it: how many bits, and the bits. */
function magnitude(value: number): Code {
  const length = 32 - Math.clz32(Math.abs(value))
  return [value < 0 ? value + (1 << length) - 1 : value, length]
}

/** Discrete cosine transform of 8 by 8, first along the rows, then along the columns. */
function transform(block: Float64Array): Float64Array {
  const rows = new Float64Array(64)
  const out = new Float64Array(64)
  for (let line = 0; line < 8; line++) {
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0
      for (let i = 0; i < 8; i++) sum += (block[line * 8 + i] ?? 0) * (COSINES[frequency * 8 + i] ?? 0)
      rows[line * 8 + frequency] = sum
    }
  }
  for (let column = 0; column < 8; column++) {
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0
      for (let i = 0; i < 8; i++) sum += (rows[i * 8 + column] ?? 0) * (COSINES[frequency * 8 + i] ?? 0)
      out[frequency * 8 + column] = sum
    }
  }
  return out
}

function writeBlock(
  writer: BitWriter,
  block: Float64Array,
  divisors: Buffer,
  table: number,
  before: number,
): number {
  const { dc, ac } = TABLES[table] ?? { dc: new Map<number, Code>(), ac: new Map<number, Code>() }
  const put = (codes: Map<number, Code>, symbol: number) => writer.put(codes.get(symbol) ?? [0, 0])
  const values = transform(block)
  const quantised = ZIGZAG.map((place, i) => Math.round((values[place] ?? 0) / divisors.readUInt8(i)))
  const first = quantised[0] ?? 0
  const difference = magnitude(first - before)
  put(dc, difference[1])
  writer.put(difference)
  let zeros = 0
  const last = quantised.findLastIndex((value) => value !== 0)
  for (let i = 1; i <= last; i++) {
    const value = quantised[i] ?? 0
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) put(ac, 0xf0)
    const code = magnitude(value)
    put(ac, (zeros << 4) | code[1])
    writer.put(code)
    zeros = 0
  }
  if (last < 63) put(ac, 0)
  return first
}

/** Baseline JPEG of a painted picture; `fineness` divides the coarse tables of the header. */
export function jpeg(width: number, height: number, paint: Paint, fineness = 5): Buffer {
  const header = Buffer.from(JPEG_HEADER)
  header.writeUInt16BE(height, HEIGHT_AT)
  header.writeUInt16BE(width, WIDTH_AT)
  const divisors = QUANTISATION_AT.map((at) => {
    for (let i = at; i < at + 64; i++) header[i] = Math.max(1, Math.round((header[i] ?? 1) / fineness))
    return header.subarray(at, at + 64)
  })
  const writer = new BitWriter()
  const before = [0, 0, 0]
  const block = new Float64Array(64)
  const write = (channel: number, left: number, top: number, step: number) => {
    const value = CHANNELS[channel] ?? (() => 0)
    for (let i = 0; i < 64; i++) {
      const x = Math.min(width - 1, left + (i & 7) * step) / width
      const y = Math.min(height - 1, top + (i >> 3) * step) / height
      block[i] = value(paint(x, y))
    }
    const table = channel === 0 ? 0 : 1
    before[channel] = writeBlock(
      writer,
      block,
      divisors[table] ?? Buffer.alloc(64, 1),
      table,
      before[channel] ?? 0,
    )
  }
  for (let top = 0; top < height; top += 16) {
    for (let left = 0; left < width; left += 16) {
      for (const [x, y] of [
        [0, 0],
        [8, 0],
        [0, 8],
        [8, 8],
      ] as const)
        write(0, left + x, top + y, 1)
      write(1, left, top, 2)
      write(2, left, top, 2)
    }
  }
  return Buffer.concat([header, writer.done(), Buffer.from([0xff, 0xd9])])
}

/** A tiny picture without header and end: byte 1, height, width, scan. Clients put the header back. */
export function strippedJpeg(width: number, height: number, paint: Paint): Buffer {
  const whole = jpeg(width, height, paint, 1)
  return Buffer.concat([Buffer.from([1, height, width]), whole.subarray(JPEG_HEADER.length, -2)])
}
