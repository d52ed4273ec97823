import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Sequence } from '../../../../../../src-main/adapters/telegram/updates/sequence'

test('what comes in order passes at once', () => {
  const sequence = new Sequence<string>(10)
  expect(sequence.offer(11, 1, 'a')).toEqual(['a'])
  expect(sequence.offer(13, 2, 'b')).toEqual(['b'])
  expect(sequence.local).toBe(13)
})

test('what came too early waits until the gap before it is filled', () => {
  const sequence = new Sequence<string>(10)
  expect(sequence.offer(12, 1, 'b')).toEqual([])
  expect(sequence.hasGap).toBe(true)
  expect(sequence.offer(11, 1, 'a')).toEqual(['a', 'b'])
  expect(sequence.hasGap).toBe(false)
})

test('what was seen is dropped, also what waited when the state was asked for', () => {
  const sequence = new Sequence<string>(10)
  expect(sequence.offer(10, 1, 'old')).toEqual([])
  sequence.offer(12, 1, 'b')
  sequence.offer(14, 1, 'd')
  expect(sequence.restart(13)).toEqual(['d'])
  expect(sequence.local).toBe(14)
  expect(sequence.hasGap).toBe(false)
})

test('an update that counts nothing passes where it stands', () => {
  const sequence = new Sequence<string>(10)
  expect(sequence.offer(10, 0, 'nothing')).toEqual(['nothing'])
})

test('one that begins before what was read and ends after it waits for the difference', () => {
  const sequence = new Sequence<string>(10)
  expect(sequence.offer(12, 3, 'across')).toEqual([])
  expect(sequence.hasGap).toBe(true)
  expect(sequence.restart(12)).toEqual([])
  expect(sequence.hasGap).toBe(false)
})

test('what comes before the first state is known waits for it, and is told once whatever the state says', () => {
  const sequence = new Sequence<string>(null)
  expect(sequence.offer(5, 1, 'b')).toEqual([])
  expect(sequence.offer(4, 1, 'a')).toEqual([])
  expect(sequence.offer(4, 1, 'a')).toEqual([])
  expect(sequence.offer(7, 1, 'd')).toEqual([])
  expect(sequence.hasGap).toBe(false)
  expect(sequence.restart(5)).toEqual(['a', 'b'])
  expect(sequence.hasGap).toBe(true)
  expect(sequence.offer(6, 1, 'c')).toEqual(['c', 'd'])
})

test('what a jump passed over is let through once when it comes all the same, and nothing of before', () => {
  const sequence = new Sequence<string>(10)
  sequence.offer(14, 1, 'held')
  expect(sequence.jump(20)).toEqual(['held'])
  expect(sequence.hasSeen(15, 1)).toBe(false)
  expect(sequence.offer(15, 1, 'late')).toEqual(['late'])
  expect(sequence.offer(15, 1, 'late')).toEqual([])
  expect(sequence.offer(14, 1, 'held')).toEqual([])
  expect(sequence.offer(10, 1, 'old')).toEqual([])
  expect(sequence.offer(21, 1, 'next')).toEqual(['next'])
  expect(sequence.hasSeen(21, 1)).toBe(true)
})

test('however updates are shuffled and repeated, all pass once and in order', () => {
  const shuffled = fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 20 })
    .chain((counts) => {
      const updates = counts.map((count, index) => ({
        count,
        value: counts.slice(0, index + 1).reduce((sum, one) => sum + one, 0),
      }))
      return fc.tuple(
        fc.constant(updates),
        fc.shuffledSubarray([...updates, ...updates], { minLength: updates.length * 2 }),
      )
    })
  fc.assert(
    fc.property(shuffled, ([inOrder, arriving]) => {
      const sequence = new Sequence<number>(0)
      const passed = arriving.flatMap(({ value, count }) => sequence.offer(value, count, value))
      expect(passed).toEqual(inOrder.map(({ value }) => value))
      expect(sequence.hasGap).toBe(false)
    }),
  )
})
