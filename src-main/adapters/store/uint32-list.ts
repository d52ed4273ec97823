const chunkBits = 16
const chunkSize = 1 << chunkBits

/**
 * A list of whole numbers below 2^32 at four bytes each. Grows by chunks, never by copying, so that an append
 * costs the same at a million entries.
 */
export class Uint32List {
  private readonly chunks: Uint32Array[] = []
  private count = 0

  /** A list of the numbers in `bytes`, four each in this machine's order; see {@link bytes}. */
  static of(bytes: Uint8Array): Uint32List {
    const list = new Uint32List()
    list.count = bytes.length / 4
    for (let at = 0; at < bytes.length; at += chunkSize * 4) {
      const chunk = new Uint32Array(chunkSize)
      new Uint8Array(chunk.buffer).set(bytes.subarray(at, at + chunkSize * 4))
      list.chunks.push(chunk)
    }
    return list
  }

  get length(): number {
    return this.count
  }

  /** 0 for a place that is not there. */
  get(at: number): number {
    return this.chunks[at >>> chunkBits]?.[at & (chunkSize - 1)] ?? 0
  }

  set(at: number, value: number): void {
    const chunk = this.chunks[at >>> chunkBits]
    if (at >= this.count || chunk === undefined) throw new RangeError(`no place ${at} in ${this.count}`)
    chunk[at & (chunkSize - 1)] = value
  }

  push(value: number): void {
    const at = this.count++
    let chunk = this.chunks[at >>> chunkBits]
    if (chunk === undefined) {
      chunk = new Uint32Array(chunkSize)
      this.chunks.push(chunk)
    }
    chunk[at & (chunkSize - 1)] = value
  }

  /** A copy of all entries as bytes. */
  bytes(): Uint8Array {
    return new Uint8Array(this.flat().buffer)
  }

  /** A copy of all entries in one piece, for a quick walk. */
  flat(): Uint32Array {
    const all = new Uint32Array(this.count)
    for (const [at, chunk] of this.chunks.entries())
      all.set(chunk.subarray(0, Math.min(chunkSize, this.count - at * chunkSize)), at * chunkSize)
    return all
  }
}
