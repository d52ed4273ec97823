/** Cuts long work on this thread into pieces: whoever waits gets their turn between two of them. */
export class Slices {
  private endMs: number

  /** @param sliceMs how long one piece may keep everybody else waiting. */
  constructor(private readonly sliceMs = 20) {
    this.endMs = performance.now() + sliceMs
  }

  /** To be awaited after each step: lets others work when the piece has been long enough. */
  async rest(): Promise<void> {
    if (performance.now() < this.endMs) return
    await new Promise((resolve) => setImmediate(resolve))
    this.endMs = performance.now() + this.sliceMs
  }
}
