import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { frame } from '../../../src-main/adapters/store/framed'
import { nodeDisk } from '../../../src-main/adapters/store/node-disk'
import { lockProfile } from '../../../src-main/adapters/store/profile-lock'
import { filesIn, freshFolder, openAny, openWell } from './real-files'

test('a profile is held by one at a time', async () => {
  const directory = await freshFolder()
  const first = await openWell(directory)
  const second = await openAny(directory)
  expect(second).toMatchObject({ kind: 'in-use' })
  await first.close()
  await openWell(directory)
})

test('of many who want it at once exactly one gets it', async () => {
  const directory = await freshFolder()
  const all = await Promise.all(Array.from({ length: 10 }, () => lockProfile(nodeDisk, directory)))
  expect(all.filter((release) => release !== null)).toHaveLength(1)
})

test('what a process left behind that is gone is taken over', async () => {
  const directory = await freshFolder()
  const gone = spawn(process.execPath, ['-e', ''])
  await once(gone, 'exit')
  await writeFile(join(directory, 'lock'), frame({ pid: gone.pid, start: null, id: 'a' }))
  await openWell(directory)
  expect(await filesIn(directory, /^lock/)).toEqual(['lock'])
})

test('what was left unfinished by a power cut is taken over', async () => {
  const directory = await freshFolder()
  await writeFile(join(directory, 'lock'), 'dead')
  await openWell(directory)
})

test('of many who find a stale lock exactly one gets it', async () => {
  const directory = await freshFolder()
  await writeFile(join(directory, 'lock'), 'dead')
  const all = await Promise.all(Array.from({ length: 10 }, () => lockProfile(nodeDisk, directory)))
  expect(all.filter((release) => release !== null)).toHaveLength(1)
})

test('what a process left behind that died while taking over is taken over', async () => {
  const directory = await freshFolder()
  const gone = spawn(process.execPath, ['-e', ''])
  await once(gone, 'exit')
  await writeFile(join(directory, 'lock'), frame({ pid: gone.pid, start: null, id: 'a' }))
  await writeFile(join(directory, 'lock.a'), frame({ pid: gone.pid, start: null, id: 'b' }))
  await openWell(directory)
  expect(await filesIn(directory, /^lock/)).toEqual(['lock'])
})

test.runIf(process.platform === 'linux')(
  'a process that was given the number of one that is gone does not hold its profile',
  async () => {
    const directory = await freshFolder()
    await writeFile(join(directory, 'lock'), frame({ pid: process.pid, start: 'another boot/1', id: 'a' }))
    await openWell(directory)
  },
)

test('a process that runs is not robbed', async () => {
  const directory = await freshFolder()
  const running = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    await writeFile(join(directory, 'lock'), frame({ pid: running.pid, start: null, id: 'a' }))
    expect((await openAny(directory)).kind).toBe('in-use')
  } finally {
    running.kill()
    await once(running, 'exit')
  }
})
