import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  headingLines,
  lineAt,
  lineCount,
  lineOf,
} from '../../../../../src-renderer/features/queue/queue-layout'

const groups = [
  { group: 'ours', count: 2 },
  { group: 'theirs', count: 0 },
  { group: 'hold', count: 1 },
] as const

describe('the lines of the queue', () => {
  it('are rows under a heading for each group that has any', () => {
    const lines = Array.from({ length: lineCount(groups, 3) }, (_, line) => lineAt(groups, line))
    expect(lines).toEqual([
      { kind: 'group', group: 'ours', count: 2 },
      { kind: 'row', index: 0 },
      { kind: 'row', index: 1 },
      { kind: 'group', group: 'hold', count: 1 },
      { kind: 'row', index: 2 },
    ])
    expect(headingLines(groups)).toEqual([0, 3])
  })
  it('need no heading where all are done', () => {
    expect(lineCount([{ group: 'done', count: 4 }], 4)).toBe(4)
    expect(lineAt([{ group: 'done', count: 4 }], 2)).toEqual({ kind: 'row', index: 2 })
  })
  it('find every row where they put it', () => {
    const count = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(count, count, count, (ours, theirs, hold) => {
        const some = [
          { group: 'ours', count: ours },
          { group: 'theirs', count: theirs },
          { group: 'hold', count: hold },
        ] as const
        for (let index = 0; index < ours + theirs + hold; index += 1)
          expect(lineAt(some, lineOf(some, index))).toEqual({ kind: 'row', index })
      }),
    )
  })
})
