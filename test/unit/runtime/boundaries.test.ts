import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkBoundaries } from '../../runtime/boundaries.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topicdesk-rooms-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const violations = async () => (await checkBoundaries(folder)).violations

test('the core may not reach for files', async () => {
  write(
    'src-main/core/ticket.ts',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  )
  expect(await violations()).toEqual([
    'src-main/core/ticket.ts may not import fs: core may import only what its row in the table allows',
  ])
})

test('a feature may not import a feature, not even its types', async () => {
  write('src-renderer/features/queue/row.ts', 'export interface Row { readonly id: string }\n')
  write(
    'src-renderer/features/composer/send.ts',
    "import type { Row } from '../queue/row'\nexport const send = (row: Row) => row.id\n",
  )
  expect(await violations()).toEqual([
    expect.stringMatching(/^src-renderer\/features\/composer\/send.ts may not import .*queue\/row.ts/),
  ])
})

test('start-desk may name the type of an adapter but not load it', async () => {
  write('src-main/adapters/store/journal.ts', 'export class Journal {}\n')
  write(
    'src-main/start-desk.ts',
    "import type { Journal } from './adapters/store/journal'\nexport type J = Journal\n",
  )
  expect(await violations()).toEqual([])
  write(
    'src-main/start-desk.ts',
    "import { Journal } from './adapters/store/journal'\nexport const j = new Journal()\n",
  )
  expect(await violations()).toHaveLength(1)
})

test('an import that leads nowhere is a violation', async () => {
  write('src-main/shell/window.ts', "import { gone } from './gone'\nexport const w = gone\n")
  expect(await violations()).toEqual([
    'src-main/shell/window.ts may not import ./gone: an import must lead somewhere',
  ])
})

test('two files may not need each other, not even by their types', async () => {
  write(
    'src-main/core/ticket.ts',
    "import type { Clock } from './clock'\nexport interface Ticket { readonly clock: Clock }\n",
  )
  write(
    'src-main/core/clock.ts',
    "import type { Ticket } from './ticket'\nexport interface Clock { readonly of: Ticket }\n",
  )
  expect(await violations()).not.toEqual([])
})
