import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTally, noTally, tallySince } from '../../../../../src-main/core/evidence/tally'
import type { Tally } from '../../../../../src-preload/contract/evidence'

const count = fc.nat(1_000_000)
const tally: fc.Arbitrary<Tally> = fc.record({
  ...{ received: count, duplicates: count, recovered: count, gapsFound: count, gapsClosed: count },
  ...{ created: count, sent: count, uncertain: count },
})

test('what came since and what came before are together what there is', () => {
  fc.assert(
    fc.property(tally, tally, (before, more) => {
      expect(tallySince(addTally(before, more), before)).toEqual(more)
    }),
  )
})

test('the order of counting does not matter, and nothing counted adds nothing', () => {
  fc.assert(
    fc.property(tally, tally, tally, (one, two, three) => {
      expect(addTally(addTally(one, two), three)).toEqual(addTally(three, addTally(two, one)))
      expect(addTally(one, {})).toEqual(one)
      expect(addTally(noTally, one)).toEqual(one)
    }),
  )
})
