import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32, hexOf, plainCrc32 } from '../../../../../src-main/adapters/store/crc32'

test('the checksum is the one of zlib: its well-known check value', () => {
  const digits = Buffer.from('123456789')
  expect(hexOf(crc32(digits))).toBe('cbf43926')
  expect(hexOf(plainCrc32(digits))).toBe('cbf43926')
  expect(hexOf(plainCrc32(Buffer.alloc(0)))).toBe('00000000')
})

test('the plain code and the native one agree, in one go and in pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (left, right) => {
      const whole = plainCrc32(Buffer.concat([left, right]))
      expect(crc32(Buffer.concat([left, right]))).toBe(whole)
      expect(plainCrc32(right, plainCrc32(left))).toBe(whole)
      expect(crc32(right, crc32(left))).toBe(whole)
    }),
  )
})
