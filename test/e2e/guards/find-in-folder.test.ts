import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findInFolder } from './find-in-folder'

const needle = 'My card is "4111"'

test('what stands in a folder is found, however a program would have written it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guards-'))
  mkdirSync(join(folder, 'deep/er'), { recursive: true })
  const base64 = (before: string) => Buffer.from(`${before}${needle} and more`).toString('base64')
  const forms: Record<string, string | Buffer> = {
    plain: `a ${needle} b`,
    'deep/json': JSON.stringify({ text: needle }),
    'deep/er/wide': Buffer.from(needle, 'utf16le'),
    'deep/base64-0': base64(''),
    'deep/base64-1': base64('x'),
    'deep/base64-2': base64('xy'),
  }
  for (const [name, content] of Object.entries(forms)) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'innocent'), 'My card is in my other coat')
  expect([...findInFolder(folder, needle)].sort()).toEqual(Object.keys(forms).sort())
  expect(findInFolder(folder, 'nobody wrote this')).toEqual([])
  rmSync(folder, { recursive: true })
})
