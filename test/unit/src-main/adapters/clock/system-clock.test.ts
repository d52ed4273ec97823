import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SystemClock } from '../../../../../src-main/adapters/clock/system-clock'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('it wakes once, at the time asked for', () => {
  const clock = new SystemClock()
  const wake = vi.fn()
  clock.wakeAt(1_005_000, wake)
  vi.advanceTimersByTime(4_999)
  expect(wake).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  vi.advanceTimersByTime(600_000)
  expect(wake).toHaveBeenCalledTimes(1)
})

test('a second wish replaces the first, null takes it back', () => {
  const clock = new SystemClock()
  const [first, second] = [vi.fn(), vi.fn()]
  clock.wakeAt(1_005_000, first)
  clock.wakeAt(1_009_000, second)
  vi.advanceTimersByTime(8_000)
  expect(first).not.toHaveBeenCalled()
  clock.wakeAt(null, second)
  vi.advanceTimersByTime(600_000)
  expect(second).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

test('a deadline two months away is not due at once', () => {
  const clock = new SystemClock()
  const wake = vi.fn()
  clock.wakeAt(1_000_000 + 60 * 86_400_000, wake)
  vi.advanceTimersByTime(86_400_000)
  expect(wake).not.toHaveBeenCalled()
  vi.advanceTimersByTime(59 * 86_400_000)
  expect(wake).toHaveBeenCalledTimes(1)
})

test('after a sleep that stopped all timers it wakes within a minute', () => {
  const clock = new SystemClock()
  const wake = vi.fn()
  clock.wakeAt(1_000_000 + 3_600_000, wake)
  vi.setSystemTime(1_000_000 + 8 * 3_600_000)
  vi.advanceTimersByTime(60_000)
  expect(wake).toHaveBeenCalledTimes(1)
})

test('a look after resume wakes at once', () => {
  const clock = new SystemClock()
  const wake = vi.fn()
  clock.wakeAt(1_000_000 + 3_600_000, wake)
  vi.setSystemTime(1_000_000 + 8 * 3_600_000)
  clock.look()
  expect(wake).toHaveBeenCalledTimes(1)
})

test('a clock set back does not make a deadline come early', () => {
  const clock = new SystemClock()
  const wake = vi.fn()
  clock.wakeAt(1_030_000, wake)
  vi.setSystemTime(900_000)
  vi.advanceTimersByTime(60_000)
  expect(wake).not.toHaveBeenCalled()
  vi.advanceTimersByTime(70_000)
  expect(wake).toHaveBeenCalledTimes(1)
})

test('a deadline in the past wakes, but never within the asking', () => {
  const clock = new SystemClock()
  const wake = vi.fn()
  clock.wakeAt(5, wake)
  expect(wake).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(wake).toHaveBeenCalledTimes(1)
})

test('who wakes may ask for the next time', () => {
  const clock = new SystemClock()
  const times: number[] = []
  const again = () => {
    times.push(clock.now())
    if (times.length < 3) clock.wakeAt(clock.now() + 1_000, again)
  }
  clock.wakeAt(1_001_000, again)
  vi.advanceTimersByTime(10_000)
  expect(times).toEqual([1_001_000, 1_002_000, 1_003_000])
})
