import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpan, spanText } from '../../../../../src-renderer/features/settings/span-text'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const range = { least: 1000, most: 90 * day, mayBeNone: true }
const read = (text: string) => {
  const span = readSpan(text, range)
  return span.ok ? span.ms : span.why
}

describe('a promise as it is written', () => {
  it.each([
    ['30m', 30 * minute],
    ['2h', 2 * hour],
    ['2d', 2 * day],
    [' 1h 30m ', 90 * minute],
    ['1.5 h', 90 * minute],
    ['90S', 90_000],
    ['', null],
    ['none', null],
  ])('%j is read', (text, ms) => {
    expect(read(text)).toBe(ms)
  })

  it.each(['soon', '30', 'm', '2 weeks', '-3h', '1h and a bit'])(
    '%j is refused with what is allowed',
    (text) => {
      expect(read(text)).toBe('Write a time such as 30m, 2h or 2d.')
    },
  )

  it('keeps to the limits and names them', () => {
    expect(read('91d')).toBe('The longest is 90d.')
    expect(read('0s')).toBe('The shortest is 1s.')
    expect(readSpan('', { ...range, mayBeNone: false }).ok).toBe(false)
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 * 86_400 }), (seconds) => {
        expect(read(spanText(seconds * 1000))).toBe(seconds * 1000)
      }),
    )
  })
})
