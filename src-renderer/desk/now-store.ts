import { useEffect } from 'react'
import { create } from 'zustand'

/** The time (epoch ms), as of the last full minute's or second's tick. */
const useTicks = create<{ readonly minute: number; readonly second: number }>(() => {
  const now = Date.now()
  return { minute: now, second: now }
})

const owners = { minute: 0, second: 0 }
const lengths = { minute: 60_000, second: 1000 }
const timers: { minute?: ReturnType<typeof setTimeout>; second?: ReturnType<typeof setTimeout> } = {}

function tick(grain: 'minute' | 'second'): void {
  useTicks.setState({ [grain]: Date.now() })
  timers[grain] = setTimeout(() => tick(grain), lengths[grain] - (Date.now() % lengths[grain]) + 5)
}

/** Looks at the clock between two ticks: something happened in main, or the computer woke. At most once a second. */
export function lookAtClock(): void {
  for (const grain of ['minute', 'second'] as const) {
    if (owners[grain] === 0 || Math.abs(Date.now() - useTicks.getState()[grain]) < lengths.second) continue
    clearTimeout(timers[grain])
    tick(grain)
  }
}

function useTicking(grain: 'minute' | 'second'): void {
  useEffect(() => {
    owners[grain] += 1
    if (owners[grain] === 1) tick(grain)
    return () => {
      owners[grain] -= 1
      if (owners[grain] === 0) clearTimeout(timers[grain])
    }
  }, [grain])
}

/**
 * The present time. Everyone with the same grain gets the same value in the same frame, so that all
 * badges tick together; nothing ticks while nobody looks.
 */
export function useNow(grain: 'minute' | 'second' = 'minute'): number {
  useTicking(grain)
  return useTicks((ticks) => ticks[grain])
}

/** What is read from the time, in words or the like: who asks is drawn again only when it reads differently. */
export function useAtNow<T extends string | number | boolean | null>(
  read: (now: number) => T,
  grain: 'minute' | 'second' = 'minute',
): T {
  useTicking(grain)
  return useTicks((ticks) => read(ticks[grain]))
}
