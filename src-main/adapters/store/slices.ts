import { performance } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest stretch of work at a time, so that windows and Telegram never wait for the store (ms). */
const sliceMs = 4

/** Cuts long work into slices: await {@link rest} between steps, and everyone else gets their turn. */
export class Slices {
  private startedAt = performance.now()

  /** True when the slice is used up and {@link rest} would make room for others. */
  get isOver(): boolean {
    return performance.now() - this.startedAt > sliceMs
  }

  async rest(): Promise<void> {
    if (!this.isOver) return
    await nextTurn()
    this.startedAt = performance.now()
  }
}
