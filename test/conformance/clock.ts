import { describe, expect, test, vi } from 'vitest'
import type { Clock } from '../../src-main/core/ports'

/** A clock with a way to let time pass (ms). */
export interface ClockUnderTest {
  readonly clock: Clock
  pass(ms: number): void
}

/** What every clock must do. `open` gives a new one with a way to let its time pass. */
export function describeClock(name: string, open: () => ClockUnderTest): void {
  describe(`${name} is a clock`, () => {
    test('time passes', () => {
      const { clock, pass } = open()
      const before = clock.now()
      pass(90_000)
      expect(clock.now()).toBe(before + 90_000)
    })

    test('it wakes once, not before its time', () => {
      const { clock, pass } = open()
      const wake = vi.fn()
      clock.wakeAt(clock.now() + 5_000, wake)
      pass(4_999)
      expect(wake).not.toHaveBeenCalled()
      pass(1)
      pass(600_000)
      expect(wake).toHaveBeenCalledTimes(1)
    })

    test('the last wish counts, and null takes it back', () => {
      const { clock, pass } = open()
      const [first, second] = [vi.fn(), vi.fn()]
      clock.wakeAt(clock.now() + 1_000, first)
      clock.wakeAt(clock.now() + 2_000, second)
      pass(3_000)
      expect(first).not.toHaveBeenCalled()
      expect(second).toHaveBeenCalledTimes(1)
      clock.wakeAt(clock.now() + 1_000, first)
      clock.wakeAt(null, first)
      pass(3_000)
      expect(first).not.toHaveBeenCalled()
    })

    test('who wakes may ask for the next time, and is woken at each', () => {
      const { clock, pass } = open()
      const times: number[] = []
      const start = clock.now()
      const again = () => {
        times.push(clock.now() - start)
        if (times.length < 3) clock.wakeAt(clock.now() + 1_000, again)
      }
      clock.wakeAt(start + 1_000, again)
      pass(10_000)
      expect(times).toEqual([1_000, 2_000, 3_000])
    })

    test('a year is not too far', () => {
      const { clock, pass } = open()
      const wake = vi.fn()
      clock.wakeAt(clock.now() + 365 * 86_400_000, wake)
      pass(86_400_000)
      expect(wake).not.toHaveBeenCalled()
      pass(364 * 86_400_000)
      expect(wake).toHaveBeenCalledTimes(1)
    })
  })
}
