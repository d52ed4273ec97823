import { performance } from 'node:perf_hooks'

/** Milliseconds on a clock that nobody can set: for spans only, it says nothing about the time of day. */
export function monotonicMs(): number {
  return performance.now()
}
