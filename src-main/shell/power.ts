import type { Net, PowerMonitor } from 'electron'

/** What is watched, and how. */
export interface PowerOptions {
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'off'>
  readonly net: Pick<Net, 'isOnline'>
  /** Runs something again and again; answers how to end that. */
  readonly every: (periodMs: number, run: () => void) => () => void
  /** The computer woke or the network is back: look now, wait for no timer. */
  readonly wake: () => void
}

/** Main hears of no change of the network, so it looks: a question to the system, no traffic. */
const lookMs = 3000

/**
 * Wakes the desk when the computer wakes, when the screen is unlocked and when the network comes back.
 *
 * ```ts
 * const unwatch = watchPower({ powerMonitor, net, every, wake: () => desk.wake() })
 * ```
 *
 * @returns how to end it
 */
export function watchPower({ powerMonitor, net, every, wake }: PowerOptions): () => void {
  let wasOnline = net.isOnline()
  const stopLooking = every(lookMs, () => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) wake()
    wasOnline = isOnline
  })
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
  return () => {
    stopLooking()
    powerMonitor.off('resume', wake)
    powerMonitor.off('unlock-screen', wake)
  }
}
