import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chatId, created, draft, mark, received } from '../../conformance/small-desk'
import { chance } from './chance'
import { PowerCutDisk } from './power-cut-disk'
import { afterCrash, freshFolder, openWell, tell } from './real-files'

const segment = 'journal/000001.log'

test('an append torn at any byte is cut off as if it had never been asked for', async () => {
  const directory = '/profile/store'
  const path = join(directory, segment)
  const disk = new PowerCutDisk(chance(1))
  const journal = await openWell(directory, { disk })
  await tell(journal, created(5), received(5, 1, 'kept'))
  const keptBytes = (await disk.readAll(path))?.length ?? 0
  await tell(journal, received(5, 2, 'torn'), draft(5, 'torn'), mark('pts', '2'))
  await disk.remove(join(directory, 'lock'))
  const whole = (await disk.readAll(path)) ?? Buffer.alloc(0)
  for (let length = keptBytes; length < whole.length; length++) {
    const torn = disk.copy()
    await (await torn.open(path, 'write')).truncate(length)
    const opened = await openWell(directory, { disk: torn })
    expect(opened.state.seq).toBe(2)
    expect(opened.find(chatId, 2)).toBeNull()
    expect(await torn.readAll(path)).toEqual(whole.subarray(0, keptBytes))
    await tell(opened, received(5, 3, 'after'))
    expect(opened.latest(chatId, 3)?.text).toBe('after')
    await opened.close()
  }
  expect((await openWell(directory, { disk: disk.copy() })).state.seq).toBe(5)
})

test('so it is on real files', async () => {
  const directory = await freshFolder()
  const journal = await openWell(directory)
  await tell(journal, created(5), received(5, 1, 'kept'))
  const kept = await readFile(join(directory, segment))
  await tell(journal, received(5, 2, 'torn'), mark('pts', '2'))
  const { size } = await stat(join(directory, segment))
  for (const length of [kept.length + 1, size - 30, size - 1]) {
    const crashed = await afterCrash(directory)
    await truncate(join(crashed, segment), length)
    expect((await openWell(crashed)).state.seq).toBe(2)
    expect(await readFile(join(crashed, segment))).toEqual(kept)
  }
})

test('a tail of zeros, as some file systems leave it, is cut off', async () => {
  const directory = await freshFolder()
  const journal = await openWell(directory)
  await tell(journal, created(5))
  const crashed = await afterCrash(directory)
  const bytes = await readFile(join(crashed, segment))
  await writeFile(join(crashed, segment), Buffer.concat([bytes, Buffer.alloc(5000)]))
  expect((await openWell(crashed)).state.seq).toBe(1)
  expect(await readFile(join(crashed, segment))).toEqual(bytes)
})

test('the log says how many bytes were cut off', async () => {
  const directory = await freshFolder()
  await tell(await openWell(directory), created(5))
  const crashed = await afterCrash(directory)
  await writeFile(join(crashed, segment), 'half a li', { flag: 'a' })
  const warned: unknown[] = []
  const log = { info() {}, warn: (...said: unknown[]) => warned.push(said), error() {} }
  await openWell(crashed, { log })
  expect(warned).toEqual([['unfinished write cut off the journal', { bytes: 9 }]])
})

test('a new segment that was never finished is forgotten', async () => {
  const directory = await freshFolder()
  await tell(await openWell(directory), created(5))
  for (const torn of ['', 'deadbeef {"journal"']) {
    const crashed = await afterCrash(directory)
    await writeFile(join(crashed, 'journal/000002.log'), torn)
    const journal = await openWell(crashed)
    await tell(journal, created(6))
    expect(journal.state.seq).toBe(2)
  }
})
