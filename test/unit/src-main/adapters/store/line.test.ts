import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLine, encodeLine, recordedOf } from '../../../../../src-main/adapters/store/line'
import { created, emptySmall, received, step } from '../../../../conformance/small-desk'

const { recorded } = step(emptySmall, created(5), received(5, 1, 'line\nbreak \u2028 👋'))
const [first, second] = recorded
if (first === undefined || second === undefined) throw new Error('two events were expected')
const line = encodeLine(2, 1, true, JSON.stringify(second))

test('a line gives back its event and its place in the write', () => {
  const decoded = decodeLine(line.subarray(0, -1))
  expect(decoded).toMatchObject({ seq: 2, nth: 1, isLast: true })
  expect(decoded && recordedOf(decoded)).toEqual(second)
  expect(decodeLine(encodeLine(1, 0, false, JSON.stringify(first)).subarray(0, -1))?.isLast).toBe(false)
})

test('an event is one line whatever is in it', () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = encodeLine(1, 0, true, JSON.stringify(received(5, 1, text)))
      expect(bytes.indexOf(0x0a)).toBe(bytes.length - 1)
      expect(decodeLine(bytes.subarray(0, -1))).not.toBeNull()
    }),
  )
})

test('a line with any one bit turned is no line', () => {
  for (let at = 0; at < line.length - 1; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const broken = Buffer.from(line.subarray(0, -1))
      broken[at] = (broken[at] ?? 0) ^ (1 << bit)
      expect(decodeLine(broken), `bit ${bit} of byte ${at}`).toBeNull()
    }
  }
})

test('a line cut short anywhere is no line', () => {
  for (let length = 0; length < line.length - 1; length++) {
    expect(decodeLine(line.subarray(0, length))).toBeNull()
  }
})
