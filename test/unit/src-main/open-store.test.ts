import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Disk } from '../../../src-main/adapters/store/disk'
import { nodeDisk } from '../../../src-main/adapters/store/node-disk'
import { evolve } from '../../../src-main/core/desk/evolve'
import type { Journal } from '../../../src-main/core/ports'
import { type OpeningStore, openStore } from '../../../src-main/open-store'
import { defaultSettings } from '../../../src-preload/contract/default-settings'
import { silent } from '../../conformance/silent-log'
import { received, record } from '../../conformance/small-desk'

let directory: string
let told: unknown[]
let quits: number
let opened: Journal[]

beforeEach(async () => {
  vi.stubGlobal('__CORE_RULES__', 'rules of the test')
  directory = await mkdtemp(join(tmpdir(), 'desk-open-'))
  told = []
  quits = 0
  opened = []
})
afterEach(async () => {
  for (const journal of opened) await journal.close()
  await rm(directory, { recursive: true })
  vi.unstubAllGlobals()
})

function open(disk?: Disk): OpeningStore {
  const store = openStore({
    ...{ directory, log: silent, quit: () => void quits++ },
    tell: (...what) => void told.push(what),
    ...(disk ? { disk } : {}),
  })
  store.journal.then(
    (journal) => opened.push(journal),
    () => undefined,
  )
  return store
}

/** Leaves a history of ten messages with one bit turned in the sixth. */
async function damage(): Promise<void> {
  const journal = await open().journal
  for (let number = 1; number <= 10; number++) {
    const recorded = record(journal.state, [received(5, number, `text ${number}`)])
    await journal.append(recorded, recorded.reduce(evolve, journal.state))
  }
  await journal.close()
  await rm(join(directory, 'checkpoint'), { recursive: true, force: true })
  const folder = join(directory, 'journal')
  const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.log'))
  const bytes = await readFile(join(folder, name))
  const at = bytes.indexOf('text 6')
  bytes[at] = (bytes[at] ?? 0) ^ 4
  await writeFile(join(folder, name), bytes)
}

describe('a history that is well', () => {
  test('is there at once, and its settings are known from then on', async () => {
    const store = open()
    expect(store.settings()).toBe(defaultSettings)
    expect(await store.handlers.startup(undefined)).toEqual({ kind: 'ready' })
    expect((await store.journal).state.seq).toBe(0)
    expect(store.settings()).toBe((await store.journal).state.settings)
  })

  test('is let go of; one that was never opened has nothing to let go of', async () => {
    const store = open()
    let runs = 0
    const letGo = async () => void runs++
    await store.ifOpen(letGo)
    expect(runs).toBe(0)
    await store.journal
    await store.ifOpen(letGo)
    expect(runs).toBe(1)
  })

  test('is not repaired, whoever asks', async () => {
    const store = open()
    await store.handlers.repair({ action: 'keep-intact' })
    expect(await store.handlers.startup(undefined)).toEqual({ kind: 'ready' })
    expect(told).toEqual([])
  })

  test('that another desk holds is said to be in use', async () => {
    await open().journal
    expect(await open().handlers.startup(undefined)).toMatchObject({ kind: 'in-use' })
  })
})

describe('a history that is damaged', () => {
  beforeEach(damage)

  test('waits for the agent, who is told what is intact', async () => {
    const store = open()
    expect(await store.handlers.startup(undefined)).toMatchObject({ kind: 'repair', intact: { events: 5 } })
    let isOpen = false
    await store.ifOpen(async () => {
      isOpen = true
    })
    expect(isOpen).toBe(false)
    await store.handlers.repair({ action: 'keep-intact' })
    expect(told).toEqual([['startup-changed', { kind: 'ready' }]])
    expect((await store.journal).state.seq).toBe(5)
    expect(await store.handlers.startup(undefined)).toEqual({ kind: 'ready' })
  })

  test('is left as it is by an agent who quits', async () => {
    const store = open()
    await store.handlers.startup(undefined)
    await store.handlers.repair({ action: 'quit' })
    expect(quits).toBe(1)
    expect(await store.handlers.startup(undefined)).toMatchObject({ kind: 'repair' })
  })

  test('is repaired once, though it is asked for twice', async () => {
    const store = open()
    const both = [
      store.handlers.repair({ action: 'keep-intact' }),
      store.handlers.repair({ action: 'keep-intact' }),
    ]
    await Promise.all(both)
    expect(told).toEqual([['startup-changed', { kind: 'ready' }]])
    await store.journal
    expect(opened.filter(({ state }) => state.seq === 5)).toHaveLength(1)
  })

  test('and could not be repaired for want of room can be repaired later', async () => {
    let isFull = true
    const noRoom = async () => {
      if (isFull) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
    }
    const disk: Disk = {
      makeFolder: nodeDisk.makeFolder,
      list: nodeDisk.list,
      readAll: nodeDisk.readAll,
      remove: nodeDisk.remove,
      syncFolder: nodeDisk.syncFolder,
      open: nodeDisk.open,
      rename: (from, to) => noRoom().then(() => nodeDisk.rename(from, to)),
      link: (from, to) =>
        (from.includes('lock') ? Promise.resolve() : noRoom()).then(() => nodeDisk.link(from, to)),
    }
    const store = open(disk)
    expect(await store.handlers.startup(undefined)).toMatchObject({ kind: 'repair' })
    await expect(store.handlers.repair({ action: 'keep-intact' })).rejects.toThrow('no room')
    expect(await store.handlers.startup(undefined)).toMatchObject({ kind: 'repair' })
    expect(told).toEqual([])
    isFull = false
    await store.handlers.repair({ action: 'keep-intact' })
    expect(told).toEqual([['startup-changed', { kind: 'ready' }]])
    expect((await store.journal).state.seq).toBe(5)
  })
})

test('a folder that cannot be used at all fails whoever waits for the history', async () => {
  await writeFile(join(directory, 'not-a-folder'), '')
  const store = openStore({
    ...{
      directory: join(directory, 'not-a-folder'),
      log: silent,
      tell: () => undefined,
      quit: () => undefined,
    },
  })
  await expect(store.journal).rejects.toThrow()
  await expect(store.handlers.startup(undefined)).rejects.toThrow()
  await store.ifOpen(() => Promise.reject(new Error('was never open')))
})
