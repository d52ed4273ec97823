import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openJournal } from '../../src-main/adapters/store/open-journal'
import { describeJournal } from './journal'
import { MemoryJournal } from './memory-journal'
import { silent } from './silent-log'
import { emptySmall, evolveSmall } from './small-desk'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

describeJournal('MemoryJournal', async () => new MemoryJournal(emptySmall))

describeJournal('FileJournal', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'desk-journal-'))
  folders.push(directory)
  const opened = await openJournal({ directory, evolve: evolveSmall, empty: emptySmall, log: silent })
  if (opened.kind !== 'ready') throw new Error(`the journal is ${opened.kind}`)
  return opened.journal
})
