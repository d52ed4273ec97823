import type { ClockView } from '../../../src-preload/contract/clock'

/** How much of a promise is used up, 0 to 1; null where no clock runs or stands. */
export function usedShare(clock: ClockView, now: number): number | null {
  if (clock.kind !== 'running' && clock.kind !== 'paused') return null
  if (clock.targetMs <= 0) return 1
  const used = clock.kind === 'paused' ? clock.ranMs : clock.targetMs - (clock.dueAt - now)
  return Math.min(1, Math.max(0, used / clock.targetMs))
}
