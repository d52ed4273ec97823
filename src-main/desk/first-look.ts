/** How long the window may take to ask for its first page before the rest begins without it, ms. */
const patienceMs = 1_500
/** How long the window has to paint its first page and what it asks with it, ms. */
const afterMs = 400

/**
 * Tells once when the window has its first page: what that page does not need begins then, so that nothing stands
 * in its way. A desk without a window waits a moment and begins too.
 */
export class FirstLook {
  private timer: ReturnType<typeof setTimeout>
  private isSeen = false

  constructor(private readonly isOver: () => void) {
    this.timer = setTimeout(() => {
      this.isSeen = true
      isOver()
    }, patienceMs)
  }

  /** A page was read. */
  seen(): void {
    if (this.isSeen) return
    this.stop()
    this.timer = setTimeout(this.isOver, afterMs)
  }

  /** Nothing begins any more, unless it has. */
  stop(): void {
    this.isSeen = true
    clearTimeout(this.timer)
  }
}
