/** The world's time. Tests give their own; the wire always runs on the machine's. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
}

export const machineClock: Clock = { now: () => Date.now() }

/** TL dates are whole seconds. */
export function seconds(epochMs: number): number {
  return Math.floor(epochMs / 1000)
}
