import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName } from '../../../../../../src-main/adapters/telegram/translate/safe-name'

test.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\evil.exe', 'evil.exe'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a\u0000b\u200Fc\n.txt', 'abc.txt'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['console.txt', 'console.txt'],
  ['  .hidden. ', 'hidden'],
  ['what?*<>|":.txt', 'what.txt'],
  ['Größe 80 €.pdf', 'Größe 80 €.pdf'],
  ['', 'file'],
  ['...', 'file'],
])('%j is shown and saved as %j', (given, safe) => {
  expect(safeName(given, 'file')).toBe(safe)
})

test('a long name keeps its ending', () => {
  const name = safeName(`${'a'.repeat(300)}.tar`, 'file')
  expect(name).toHaveLength(120)
  expect(name.endsWith('.tar')).toBe(true)
})

test('no name of a stranger has a path, a control character or nothing in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeName(name, 'file')
      expect(safe).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u)
      expect([...safe].length).toBeLessThanOrEqual(120)
      expect(safe.trim()).not.toBe('')
      expect(safe).not.toMatch(/^\.+$/)
    }),
  )
})
