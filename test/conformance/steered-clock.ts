import type { Clock } from '../../src-main/core/ports'

/** A clock that goes only when told to, for tests and the demo. Deadlines passed on the way wake in order. */
export class SteeredClock implements Clock {
  private alarm: { readonly at: number; readonly wake: () => void } | null = null

  constructor(private time: number) {}

  now(): number {
    return this.time
  }

  wakeAt(at: number | null, wake: () => void): void {
    this.alarm = at === null ? null : { at, wake }
  }

  /** When it would wake next; null for never. */
  get nextWake(): number | null {
    return this.alarm?.at ?? null
  }

  /** Lets time pass (ms), stopping at every deadline on the way as a computer that is awake does. */
  advance(byMs: number): void {
    const until = this.time + byMs
    while (this.alarm !== null && this.alarm.at <= until) this.ring(Math.max(this.time, this.alarm.at))
    this.time = until
  }

  /** Jumps to a time (epoch ms) in one step, as a computer that slept does: one wake, late. */
  jumpTo(time: number): void {
    this.time = time
    if (this.alarm !== null && this.alarm.at <= time) this.ring(time)
  }

  private ring(at: number): void {
    const { alarm } = this
    this.time = at
    this.alarm = null
    alarm?.wake()
  }
}
