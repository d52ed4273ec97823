const chunkBits = 16
const chunkSize = 1 << chunkBits

/**
 * A list of whole numbers below 2^32 at four bytes each. Grows by chunks, never by copying, so that an append
 * costs the same at a million entries.
 */
export class Uint32List {
  private readonly chunks: Uint32Array[] = []
  private count = 0

  /** A list that begins with these. */
  static of(values: Uint32Array): Uint32List {
    const list = new Uint32List()
    list.append(values)
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
    this.chunkAt(at)[at & (chunkSize - 1)] = value
  }

  /** Adds many at once. */
  append(values: Uint32Array): void {
    for (let done = 0; done < values.length; ) {
      const place = this.count & (chunkSize - 1)
      const some = values.subarray(done, done + chunkSize - place)
      this.chunkAt(this.count).set(some, place)
      this.count += some.length
      done += some.length
    }
  }

  /** A copy of all entries in one piece. */
  flat(): Uint32Array {
    const all = new Uint32Array(this.count)
    for (const [at, chunk] of this.chunks.entries())
      all.set(chunk.subarray(0, Math.min(chunkSize, this.count - at * chunkSize)), at * chunkSize)
    return all
  }

  private chunkAt(at: number): Uint32Array {
    let chunk = this.chunks[at >>> chunkBits]
    if (chunk === undefined) {
      chunk = new Uint32Array(chunkSize)
      this.chunks.push(chunk)
    }
    return chunk
  }
}
