import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SystemClock } from '../../src-main/adapters/clock/system-clock'
import { describeClock } from './clock'
import { SteeredClock } from './steered-clock'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describeClock('SystemClock', () => ({
  clock: new SystemClock(),
  pass: (ms) => void vi.advanceTimersByTime(ms),
}))

describeClock('SteeredClock', () => {
  const clock = new SteeredClock(1_000_000)
  return { clock, pass: (ms) => clock.advance(ms) }
})

test('a steered clock that jumps wakes once and late, as a computer that slept does', () => {
  const clock = new SteeredClock(0)
  const times: number[] = []
  clock.wakeAt(1_000, () => times.push(clock.now()))
  clock.jumpTo(60_000)
  expect(times).toEqual([60_000])
  expect(clock.nextWake).toBeNull()
})
