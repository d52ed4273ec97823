/**
 * Runs a round of work soon: at once when it has been quiet, else when the frame is over. However many times
 * it is asked for, there is one round per frame.
 */
export class Frame {
  private timer: ReturnType<typeof setTimeout> | null = null
  private lastMs = 0
  private isStopped = false

  constructor(
    private readonly round: () => void,
    /** Shortest time between two rounds, ms. */
    private readonly lengthMs: number,
  ) {}

  ask(): void {
    if (this.timer || this.isStopped) return
    const sinceMs = performance.now() - this.lastMs
    this.timer = setTimeout(
      () => {
        this.timer = null
        this.lastMs = performance.now()
        this.round()
      },
      Math.max(0, this.lengthMs - sinceMs),
    )
  }

  /** No round comes after this, whoever asks. */
  stop(): void {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }
}
