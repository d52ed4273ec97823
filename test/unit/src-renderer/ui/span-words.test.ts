import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanSpoken, spanWords } from '../../../../src-renderer/ui/span-words'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('a span in short', () => {
  it.each([
    [45_000, '45s'],
    [6 * minute, '6m'],
    [hour + 5 * minute, '1h 05m'],
    [hour + 38 * minute, '1h 38m'],
    [4 * hour, '4h'],
    [2 * day + 3 * hour, '2d 3h'],
    [2 * day, '2d'],
    [0, '0s'],
    [-5, '0s'],
  ])('%i ms is %s', (ms, words) => {
    expect(spanWords(ms)).toBe(words)
  })

  it('is rounded down when it is left', () => {
    expect(spanWords(7 * minute - 1)).toBe('6m')
    expect(spanWords(minute - 1)).toBe('59s')
    expect(spanWords(hour - 1)).toBe('59m')
    expect(spanWords(day - 1)).toBe('23h 59m')
    expect(spanWords(3 * day - 1)).toBe('2d 23h')
  })

  it('is rounded up when it is over', () => {
    expect(spanWords(17 * minute + 1, 'up')).toBe('18m')
    expect(spanWords(minute - 1, 'up')).toBe('1m')
    expect(spanWords(hour - 1, 'up')).toBe('1h')
    expect(spanWords(day - 1, 'up')).toBe('1d')
    expect(spanWords(1, 'up')).toBe('1s')
  })

  it('never says more when rounded down than when rounded up', () => {
    const inMs = (words: string) =>
      words
        .split(' ')
        .map(
          (part) =>
            Number.parseInt(part, 10) * ({ s: 1000, m: minute, h: hour, d: day }[part.at(-1) ?? ''] ?? 0),
        )
        .reduce((sum, part) => sum + part, 0)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), (ms) => {
        expect(inMs(spanWords(ms, 'down'))).toBeLessThanOrEqual(ms)
        expect(inMs(spanWords(ms, 'up'))).toBeGreaterThanOrEqual(ms)
      }),
    )
  })
})

describe('a span spelt out', () => {
  it.each([
    [hour + 38 * minute, '1 hour 38 minutes'],
    [minute, '1 minute'],
    [day + 2 * hour, '1 day 2 hours'],
    [0, '0 seconds'],
  ])('%i ms is %s', (ms, words) => {
    expect(spanSpoken(ms)).toBe(words)
  })
})
