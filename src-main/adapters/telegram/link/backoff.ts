const steps = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/** How long to wait after a failed try before the next, in ms: a quarter of a second at first, half a minute at most. */
export function pauseBeforeTry(attempt: number): number {
  return steps[Math.min(attempt, steps.length) - 1] ?? 250
}
