import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from '../../../../src-renderer/desk/keep-same'

test('what says the same stays the very same, whole or in part', () => {
  const before = { id: 't', customer: { name: 'Mira' }, tags: [{ a: 1 }, { a: 2 }] }
  expect(keepSame(before, structuredClone(before))).toBe(before)
  const after = keepSame(before, { ...structuredClone(before), tags: [{ a: 1 }, { a: 3 }] })
  expect(after.customer).toBe(before.customer)
  expect(after.tags[0]).toBe(before.tags[0])
  expect(after.tags[1]).toEqual({ a: 3 })
})

test('what lost a part or got one is not the same', () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(keepSame([1], [1, 2])).toEqual([1, 2])
  expect(keepSame([1, 2], [1])).toEqual([1])
  expect(keepSame(null, { a: 1 })).toEqual({ a: 1 })
  expect(keepSame({ a: 1 }, null)).toBeNull()
})

test('whatever came before, what is kept says what came after', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(keepSame(before, after)).toEqual(after)
    }),
  )
})
