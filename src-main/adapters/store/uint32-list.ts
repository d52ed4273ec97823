const chunkBits = 16
const chunkSize = 1 << chunkBits

/**
 * A list of whole numbers below 2^32 at four bytes each. Grows by chunks, never by copying, so that an append
 * costs the same at a million entries.
 */
export class Uint32List {
  private readonly chunks: Uint32Array[] = []
  private count = 0

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
}
