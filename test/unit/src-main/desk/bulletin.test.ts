import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Bulletin } from '../../../../src-main/desk/bulletin'

let value: number
let told: number[]
let reads: number
let bulletin: Bulletin<number>

beforeEach(() => {
  vi.useFakeTimers()
  value = 1
  told = []
  reads = 0
  bulletin = new Bulletin(
    () => {
      reads++
      return value
    },
    (now) => void told.push(now),
    1_000,
  )
})
afterEach(() => void vi.useRealTimers())

test('what differs after a quiet time is told at once', () => {
  bulletin.mayDiffer()
  vi.advanceTimersByTime(1)
  expect(told).toEqual([1])
})

test('what differs again and again is told once per period, as it is then', () => {
  bulletin.mayDiffer()
  vi.advanceTimersByTime(1)
  for (value = 2; value < 9; value++) bulletin.mayDiffer()
  vi.advanceTimersByTime(998)
  expect(told).toEqual([1])
  vi.advanceTimersByTime(2)
  expect(told).toEqual([1, 9])
  expect(reads).toBe(2)
})

test('what reads as before is not told again', () => {
  for (let at = 0; at < 3; at++) {
    bulletin.mayDiffer()
    vi.advanceTimersByTime(2_000)
  }
  expect(told).toEqual([1])
})

test('once stopped, nothing is told and no timer is left', () => {
  bulletin.mayDiffer()
  bulletin.stop()
  bulletin.mayDiffer()
  vi.advanceTimersByTime(5_000)
  expect(told).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
