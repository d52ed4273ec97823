import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type JournalOptions, openJournal } from '../../../src-main/adapters/store/open-journal'
import type { DeskEvent } from '../../../src-main/core/desk/events'
import type { Journal, OpenedJournal } from '../../../src-main/core/ports'
import { silent } from '../../conformance/silent-log'
import { emptySmall, evolveSmall, step } from '../../conformance/small-desk'

const folders: string[] = []
const opened: Journal[] = []
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

/** A new folder that is gone after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-store-'))
  folders.push(folder)
  return folder
}

/** Opens a store whatever its condition; closed after the test. */
export async function openAny(
  directory: string,
  options: Partial<JournalOptions> = {},
): Promise<OpenedJournal> {
  const base = { directory, evolve: evolveSmall, empty: emptySmall, log: silent }
  return closedAfter(await openJournal({ ...base, ...options }))
}

/** Opens a store that must be well. */
export async function openWell(directory: string, options: Partial<JournalOptions> = {}): Promise<Journal> {
  return wellOf(await openAny(directory, options))
}

/** Opens a store that must be damaged. */
export async function openDamaged(directory: string, options: Partial<JournalOptions> = {}) {
  const result = await openAny(directory, options)
  if (result.kind !== 'damaged') throw new Error(`the journal is ${result.kind}`)
  return { ...result, keepIntact: async () => wellOf(closedAfter(await result.keepIntact())) }
}

/** Appends events to a journal as one. */
export async function tell(journal: Journal, ...events: readonly DeskEvent[]): Promise<void> {
  const { recorded, next } = step(journal.state, ...events)
  await journal.append(recorded, next)
}

/** The store as a crash would leave it now: what is on the disk, and a lock whose process is gone. */
export async function afterCrash(directory: string): Promise<string> {
  const copy = await freshFolder()
  await cp(directory, copy, { recursive: true })
  await rm(join(copy, 'lock'))
  return copy
}

/** Turns one bit of a file over. */
export async function flipBit(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  await writeFile(path, bytes)
}

/** Names in a folder that end so, in order. */
export async function filesIn(folder: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((name) => pattern.test(name)).sort()
}

function closedAfter(result: OpenedJournal): OpenedJournal {
  if (result.kind === 'ready') opened.push(result.journal)
  return result
}

function wellOf(result: OpenedJournal): Journal {
  if (result.kind === 'ready') return result.journal
  throw new Error(`the journal is ${result.kind}: ${result.what}`)
}
