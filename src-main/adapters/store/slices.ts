import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest stretch of work at a time beside others, so that windows and Telegram never wait for the store (ms). */
const besideMs = 4
/** The same while a desk opens: others only begin as well, and each turn that one waits for costs milliseconds. */
export const openingMs = 30

/** Cuts long work into slices: await {@link rest} between steps, and everyone else gets their turn. */
export class Slices {
  private startedAt = performance.now()

  constructor(private readonly longestMs = besideMs) {}

  /** True when the slice is used up and {@link rest} would make room for others. */
  get isOver(): boolean {
    return performance.now() - this.startedAt > this.longestMs
  }

  async rest(): Promise<void> {
    if (!this.isOver) return
    await nextTurn()
    this.startedAt = performance.now()
  }
}
