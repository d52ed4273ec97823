import type { Clock } from '../../core/ports'

/** Longest time to trust a timer (ms): timers stand still while the computer sleeps, and clocks get set. */
const lookAgainMs = 60_000

/**
 * The computer's clock. One timer for the whole desk: it is set for a minute at most and the time is read
 * anew when it fires, so that neither sleep, nor a changed clock, nor a distance beyond what timers can
 * count (2^31 ms) can delay a deadline by more than that minute. {@link look} catches up at once.
 */
export class SystemClock implements Clock {
  private timer: ReturnType<typeof setTimeout> | null = null
  private alarm: { readonly at: number; readonly wake: () => void } | null = null

  now(): number {
    return Date.now()
  }

  wakeAt(at: number | null, wake: () => void): void {
    this.alarm = at === null ? null : { at, wake }
    this.arm()
  }

  /** Reads the time now: the computer woke up, or its clock was set. */
  look(): void {
    const { alarm } = this
    if (alarm !== null && this.now() >= alarm.at) {
      this.alarm = null
      alarm.wake()
    }
    this.arm()
  }

  private arm(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    if (this.alarm === null) return
    const distance = Math.max(0, this.alarm.at - this.now())
    this.timer = setTimeout(() => this.look(), Math.min(distance, lookAgainMs))
  }
}
