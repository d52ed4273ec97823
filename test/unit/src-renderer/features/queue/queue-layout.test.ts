import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  headingLines,
  heightOf,
  lineAt,
  lineCount,
  lineOf,
  lineUnder,
  offsetFor,
  sightOf,
  topOf,
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

describe('the places of the lines', () => {
  const layout = { groups, total: 3, rowHeight: 70 }

  it('follow from heights that are known', () => {
    expect([0, 1, 2, 3, 4].map((line) => topOf(layout, line))).toEqual([0, 32, 102, 172, 204])
    expect(heightOf(layout)).toBe(274)
  })
  it('are found again from any offset inside a line', () => {
    const size = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(
        size,
        size,
        fc.nat(),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (ours, hold, at, share) => {
          const total = ours + hold
          const some = {
            groups: [
              { group: 'ours', count: ours },
              { group: 'hold', count: hold },
            ] as const,
            total,
            rowHeight: 52,
          }
          const line = at % Math.max(1, lineCount(some.groups, total))
          const high = lineAt(some.groups, line).kind === 'group' ? 32 : 52
          expect(lineUnder(some, topOf(some, line) + share * high)).toBe(total === 0 ? 0 : line)
        },
      ),
    )
  })
  it('let a few lines be drawn beyond what is in sight, and keep the heading', () => {
    const long = { groups: [{ group: 'ours', count: 100_000 }] as const, total: 100_000, rowHeight: 70 }
    expect(sightOf(long, 32 + 500 * 70, 700)).toEqual({ first: 495, last: 517, sticky: 0 })
    expect(sightOf(long, 0, 700)).toMatchObject({ first: 0, sticky: 0 })
    expect(sightOf({ groups: [], total: 0, rowHeight: 70 }, 0, 700)).toEqual({
      first: 0,
      last: -1,
      sticky: null,
    })
  })
  it('show a line under its heading by as little scrolling as needed', () => {
    const long = { groups: [{ group: 'ours', count: 100 }] as const, total: 100, rowHeight: 70 }
    expect(offsetFor(long, 1, 0, 700)).toBe(0)
    expect(offsetFor(long, 3, 500, 700)).toBe(32 + 2 * 70 - 32)
    expect(offsetFor(long, 20, 0, 700)).toBe(32 + 20 * 70 + 8 - 700)
  })
})
