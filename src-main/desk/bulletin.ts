/**
 * Tells something whole when it reads differently than what was told last: at once when it has been quiet for
 * `periodMs`, else when that is over. However often it may differ, it is read and told once per period.
 */
export class Bulletin<T> {
  private timer: ReturnType<typeof setTimeout> | null = null
  private lastMs = Number.NEGATIVE_INFINITY
  private told: string | null = null
  private isStopped = false

  constructor(
    private readonly read: () => T,
    private readonly tell: (value: T) => void,
    private readonly periodMs: number,
  ) {}

  /** It may read differently now. */
  mayDiffer(): void {
    if (this.timer || this.isStopped) return
    const waitMs = Math.max(0, this.periodMs - (performance.now() - this.lastMs))
    this.timer = setTimeout(() => this.look(), waitMs)
  }

  /** Nothing is told after this. */
  stop(): void {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private look(): void {
    this.timer = null
    this.lastMs = performance.now()
    const value = this.read()
    const text = JSON.stringify(value)
    if (text === this.told) return
    this.told = text
    this.tell(value)
  }
}
