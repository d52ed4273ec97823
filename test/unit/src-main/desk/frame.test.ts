import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Frame } from '../../../../src-main/desk/frame'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const counting = () => {
  const seen = { rounds: 0 }
  return { seen, frame: new Frame(() => seen.rounds++, 16) }
}

test('after a quiet time a round comes at once, but not within the asking', () => {
  const { seen, frame } = counting()
  vi.advanceTimersByTime(1_000)
  frame.ask()
  expect(seen.rounds).toBe(0)
  vi.advanceTimersByTime(0)
  expect(seen.rounds).toBe(1)
})

test('however often it is asked for, there is one round per frame', () => {
  const { seen, frame } = counting()
  vi.advanceTimersByTime(1_000)
  for (let ms = 0; ms < 160; ms++) {
    frame.ask()
    frame.ask()
    vi.advanceTimersByTime(1)
  }
  expect(seen.rounds).toBeGreaterThanOrEqual(9)
  expect(seen.rounds).toBeLessThanOrEqual(11)
})

test('a round that fails does not end the rounds', () => {
  let rounds = 0
  const frame = new Frame(() => {
    rounds++
    if (rounds === 1) throw new Error('a bug')
  }, 16)
  vi.advanceTimersByTime(1_000)
  frame.ask()
  expect(() => vi.advanceTimersByTime(0)).toThrow('a bug')
  frame.ask()
  vi.advanceTimersByTime(16)
  expect(rounds).toBe(2)
})

test('once stopped, no round comes, though one was asked for and another is', () => {
  const { seen, frame } = counting()
  frame.ask()
  frame.stop()
  frame.ask()
  vi.advanceTimersByTime(1_000)
  expect(seen.rounds).toBe(0)
})
