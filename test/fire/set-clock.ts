import { SystemClock } from '../../src-main/adapters/clock/system-clock'

/** The computer's clock, which somebody sets forth and back. Timers run on as they do in a computer. */
export class SetClock extends SystemClock {
  private aheadMs = 0

  override now(): number {
    return super.now() + this.aheadMs
  }

  /** Sets the clock ahead, or back with a negative number, and looks at it as after a sleep. */
  setBy(ms: number): void {
    this.aheadMs += ms
    this.look()
  }
}
