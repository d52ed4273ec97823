const leastBytes = 32 << 20

/**
 * Knows when a checkpoint is worth its work: when the journal since the last one would take long to fold, or
 * when the desk has been quiet for a while and little else is to do.
 */
export class CheckpointDuty {
  private bytes = 0
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly checkpoint: () => void,
    /** Size of the last checkpoint: a large one is not written for a little journal. */
    private readonly checkpointBytes: () => number,
    private readonly quietMs: number,
  ) {}

  /** So much was added to the journal. */
  wrote(bytes: number): void {
    this.bytes += bytes
    if (this.bytes >= Math.max(leastBytes, this.checkpointBytes() / 4)) {
      this.checkpoint()
      return
    }
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(this.checkpoint, this.quietMs)
    this.timer.unref()
  }

  /** A checkpoint is being written of all that was added so far. */
  done(): void {
    this.bytes = 0
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }
}
