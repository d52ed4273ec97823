import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library, loadLibrary, long, tl } from '../../../../../src-main/adapters/telegram/library'

const { extensions, helpers } = await import('telegram')
/** The library's own ways, kept before they are replaced. */
const { readBigIntFromBuffer, toSignedLittleBuffer } = helpers
await loadLibrary()

const anyEightBytes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes))
const edges = [
  '0',
  '1',
  '-1',
  '255',
  '-256',
  '9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
]

test('a number is read as the library reads it, signed and unsigned, and the place moves on', () => {
  fc.assert(
    fc.property(anyEightBytes, fc.boolean(), (bytes, signed) => {
      const reader = new extensions.BinaryReader(Buffer.concat([bytes, Buffer.from([7])]))
      const read = reader.readLong(signed)
      expect(read.toString()).toBe(readBigIntFromBuffer(bytes, true, signed).toString())
      expect(read.equals(readBigIntFromBuffer(bytes, true, signed))).toBe(true)
      expect(reader.readByte()).toBe(7)
    }),
  )
})

test('a number is written as the library writes it', () => {
  expect(helpers.toSignedLittleBuffer).not.toBe(toSignedLittleBuffer)
  for (const decimal of edges) {
    expect(helpers.toSignedLittleBuffer(long(decimal))).toEqual(toSignedLittleBuffer(long(decimal)))
  }
  fc.assert(
    fc.property(anyEightBytes, (bytes) => {
      expect(helpers.toSignedLittleBuffer(readBigIntFromBuffer(bytes, true, true), 8)).toEqual(bytes)
    }),
  )
})

test('an unsigned number above half the range wraps, as the library has it', () => {
  const large = long('18446744073709551615')
  expect(helpers.toSignedLittleBuffer(large)).toEqual(toSignedLittleBuffer(large))
})

test('other lengths and what ends too early stay the library’s', () => {
  const bytes = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')
  expect(new extensions.BinaryReader(bytes).readLargeInt(128).toString()).toBe(
    readBigIntFromBuffer(bytes, true, true).toString(),
  )
  expect(helpers.toSignedLittleBuffer(long(5), 16)).toEqual(toSignedLittleBuffer(long(5), 16))
  expect(() => new extensions.BinaryReader(bytes.subarray(0, 5)).readLong()).toThrow('No more data')
})

test('an object of the schema survives its own bytes', () => {
  for (const decimal of edges) {
    const user = new tl.InputUser({ userId: long(decimal), accessHash: long(decimal) })
    const read: unknown = new library.extensions.BinaryReader(user.getBytes()).tgReadObject()
    expect(read).toBeInstanceOf(tl.InputUser)
    if (read instanceof tl.InputUser) expect(read.accessHash.toString()).toBe(decimal)
  }
})
