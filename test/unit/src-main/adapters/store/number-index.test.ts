import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NumberIndex } from '../../../../../src-main/adapters/store/number-index'

const number = fc.integer({ min: 1, max: 5_000 })

test('whatever the order they came in, messages are found where they arrived and where their newest text is', () => {
  const told = fc.record({ number, isEdit: fc.boolean() })
  fc.assert(
    fc.property(fc.array(told, { maxLength: 6_000, size: 'max' }), (all) => {
      const index = new NumberIndex()
      const naive = new Map<number, { ticket: number; arrivedSeq: number; textSeq: number }>()
      all.forEach(({ number, isEdit }, at) => {
        const seq = at + 1
        const known = naive.get(number)
        if (isEdit) index.edit(number, seq)
        else index.add(number, at % 7, seq)
        if (isEdit && known !== undefined) known.textSeq = seq
        if (!isEdit && known === undefined) {
          naive.set(number, { ticket: at % 7, arrivedSeq: seq, textSeq: seq })
        }
      })
      const found = Array.from({ length: 5_000 }, (_, at) => index.find(at + 1))
      expect(found).toEqual(found.map((_, at) => naive.get(at + 1) ?? null))
    }),
    { numRuns: 15 },
  )
})

test.each([
  ['upwards', (at: number) => at],
  ['downwards', (at: number) => 20_000 - at],
  ['from both ends', (at: number) => (at % 2 === 0 ? at : 40_000 - at)],
])('twenty thousand messages that come %s are all found', (_, numberAt) => {
  const index = new NumberIndex()
  for (let at = 0; at < 20_000; at++) index.add(numberAt(at), at, at + 1)
  const all = Array.from({ length: 20_000 }, (_, at) => at)
  expect(all.map((at) => index.find(numberAt(at)))).toEqual(
    all.map((at) => ({ ticket: at, arrivedSeq: at + 1, textSeq: at + 1 })),
  )
})
