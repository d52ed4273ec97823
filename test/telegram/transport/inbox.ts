/**
 * What has arrived and was not taken yet. Grows by doubling, so that a packet
 * that drips in byte by byte costs its sender more than us.
 */
export class Inbox {
  private bytes = Buffer.alloc(0)
  private from = 0
  private to = 0

  get waiting(): Buffer {
    return this.bytes.subarray(this.from, this.to)
  }

  /** What it takes in memory: more than what waits, for it grows in steps. */
  get size(): number {
    return this.bytes.length
  }

  append(arrived: Buffer): void {
    const length = this.to - this.from
    if (this.to + arrived.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(length + arrived.length, length * 2))
      this.bytes.copy(larger, 0, this.from, this.to)
      this.bytes = larger
      this.from = 0
      this.to = length
    }
    arrived.copy(this.bytes, this.to)
    this.to += arrived.length
  }

  /** Forgets what was taken. The bytes themselves stay as they are: packets may still refer to them. */
  take(count: number): void {
    this.from += count
    if (this.from < this.to) return
    this.bytes = Buffer.alloc(0)
    this.from = 0
    this.to = 0
  }
}
