import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CheckpointDuty } from '../../../../../src-main/adapters/store/checkpoint-duty'

const megabyte = 1 << 20
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a checkpoint is due when the journal since the last one has passed 32 MB', () => {
  const checkpoint = vi.fn()
  const duty = new CheckpointDuty(checkpoint, () => 0, 1_000)
  duty.wrote(31 * megabyte)
  expect(checkpoint).not.toHaveBeenCalled()
  duty.wrote(megabyte)
  expect(checkpoint).toHaveBeenCalledTimes(1)
})

test('a large checkpoint is not written for less than a quarter of its size', () => {
  const checkpoint = vi.fn()
  const duty = new CheckpointDuty(checkpoint, () => 400 * megabyte, 1_000)
  duty.wrote(99 * megabyte)
  expect(checkpoint).not.toHaveBeenCalled()
  duty.wrote(megabyte)
  expect(checkpoint).toHaveBeenCalledTimes(1)
})

test('a quiet desk writes one checkpoint and then rests', () => {
  const checkpoint = vi.fn(() => duty.done())
  const duty: CheckpointDuty = new CheckpointDuty(checkpoint, () => 0, 1_000)
  duty.wrote(10)
  vi.advanceTimersByTime(900)
  duty.wrote(10)
  vi.advanceTimersByTime(900)
  expect(checkpoint).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  vi.advanceTimersByTime(60_000)
  expect(checkpoint).toHaveBeenCalledTimes(1)
})
