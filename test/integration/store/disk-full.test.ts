import { execFileSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeDisk } from '../../../src-main/adapters/store/node-disk'
import { type Journal, StorageFull } from '../../../src-main/core/ports'
import { chatId, created, mark, received, step } from '../../conformance/small-desk'
import { FaultyDisk } from './faulty-disk'
import { afterCrash, freshFolder, openWell, tell } from './real-files'

const long = 'x'.repeat(3_000)

async function onFaultyDisk() {
  const directory = await freshFolder()
  const disk = new FaultyDisk(nodeDisk)
  const journal = await openWell(directory, { disk })
  await tell(journal, created(5), received(5, 1, 'before'))
  return { directory, disk, journal }
}

/** What a restart finds after what just happened. */
async function found(directory: string): Promise<Journal> {
  return openWell(await afterCrash(directory))
}

test('a full disk refuses, keeps all that was acknowledged, and takes more once there is room', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  const before = journal.state
  for (const roomBytes of [0, 1, 500, 2_999]) {
    disk.roomBytes = roomBytes
    await expect(tell(journal, received(5, 2, long))).rejects.toBeInstanceOf(StorageFull)
    expect(journal.state).toBe(before)
    expect(journal.find(chatId, 2)).toBeNull()
    expect((await found(directory)).state.seq).toBe(2)
  }
  disk.roomBytes = Number.POSITIVE_INFINITY
  await tell(journal, received(5, 2, 'after'))
  const again = await found(directory)
  expect(again.latest(chatId, 1)?.text).toBe('before')
  expect(again.latest(chatId, 2)?.text).toBe('after')
})

test('what waits behind a refused append is refused with it', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  const first = step(journal.state, received(5, 2, 'kept'))
  const second = step(first.next, received(5, 3, long))
  const third = step(second.next, mark('pts', '3'))
  const kept = journal.append(first.recorded, first.next)
  // The first write is on its way before the others are asked for.
  await new Promise((resolve) => setImmediate(resolve))
  disk.roomBytes = 100
  const outcomes = await Promise.allSettled([
    kept,
    journal.append(second.recorded, second.next),
    journal.append(third.recorded, third.next),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(journal.state).toBe(first.next)
  disk.roomBytes = Number.POSITIVE_INFINITY
  await tell(journal, mark('pts', 'again'))
  expect((await found(directory)).state.marks.get('pts')).toBe('again')
})

test('a sync that fails is a refusal, and nothing of the write comes back after a restart', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  disk.syncFails = 'EIO'
  await expect(tell(journal, received(5, 2, 'lost'))).rejects.toThrow('EIO')
  await expect(tell(journal, received(5, 2, 'lost'))).rejects.not.toBeInstanceOf(StorageFull)
  disk.syncFails = null
  expect((await found(directory)).find(chatId, 2)).toBeNull()
  await tell(journal, received(5, 3, 'kept'))
  const again = await found(directory)
  expect(again.find(chatId, 2)).toBeNull()
  expect(again.latest(chatId, 3)?.text).toBe('kept')
})

test('as long as the remains of a refused write cannot be cut off, nothing new is accepted', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  disk.roomBytes = 1_000
  disk.truncateFails = 'EIO'
  await expect(tell(journal, received(5, 2, long))).rejects.toBeInstanceOf(StorageFull)
  disk.roomBytes = Number.POSITIVE_INFINITY
  await expect(tell(journal, received(5, 2, 'new'))).rejects.toThrow('EIO')
  disk.truncateFails = null
  await tell(journal, received(5, 2, 'new'))
  expect((await found(directory)).latest(chatId, 2)?.text).toBe('new')
})

test('no room for the next segment is a refusal like any other', async () => {
  const directory = await freshFolder()
  const disk = new FaultyDisk(nodeDisk)
  const journal = await openWell(directory, { disk, segmentBytes: 1_000 })
  await tell(journal, received(5, 1, 'y'.repeat(900)))
  disk.roomBytes = 10
  await expect(tell(journal, received(5, 2, 'next'))).rejects.toBeInstanceOf(StorageFull)
  expect((await found(directory)).state.seq).toBe(1)
  disk.roomBytes = Number.POSITIVE_INFINITY
  await tell(journal, received(5, 2, 'next'))
  expect((await found(directory)).latest(chatId, 2)?.text).toBe('next')
})

test('no room for a checkpoint is told, the last one stands and the journal goes on', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  await journal.checkpoint()
  await tell(journal, mark('pts', '2'))
  disk.roomBytes = 20
  await expect(journal.checkpoint()).rejects.toBeInstanceOf(StorageFull)
  disk.roomBytes = Number.POSITIVE_INFINITY
  await tell(journal, mark('pts', '3'))
  expect((await found(directory)).state.marks.get('pts')).toBe('3')
  await journal.checkpoint()
  expect((await found(directory)).state.marks.get('pts')).toBe('3')
})

test('a journal closes on a full disk too', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  disk.roomBytes = 0
  await journal.close()
  const again = await openWell(directory)
  expect(again.state.seq).toBe(2)
})

test('a desk starts on a full disk, shows what it has and refuses what is new', async () => {
  const { directory, disk, journal } = await onFaultyDisk()
  const crashed = await afterCrash(directory)
  await journal.close()
  disk.roomBytes = 0
  const started = await openWell(crashed, { disk })
  expect(started.latest(chatId, 1)?.text).toBe('before')
  await expect(tell(started, mark('pts', '9'))).rejects.toBeInstanceOf(StorageFull)
  disk.roomBytes = Number.POSITIVE_INFINITY
  await tell(started, mark('pts', '10'))
  expect(started.state.marks.get('pts')).toBe('10')
})

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'so it is on a disk that is truly full',
  async () => {
    const room = join(await freshFolder(), 'room')
    await mkdir(room)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', room])
    try {
      const directory = join(room, 'store')
      const journal = await openWell(directory)
      let kept = 0
      const fill = async () => {
        for (;;) {
          await tell(journal, received(5, kept + 1, long))
          kept++
        }
      }
      await expect(fill()).rejects.toBeInstanceOf(StorageFull)
      expect(kept).toBeGreaterThan(20)
      await expect(tell(journal, received(5, kept + 1, long))).rejects.toBeInstanceOf(StorageFull)
      expect(journal.state.seq).toBe(kept)
      expect((await found(directory)).state.seq).toBe(kept)
      execFileSync('mount', ['-o', 'remount,size=4m', room])
      await tell(journal, received(5, kept + 1, 'room again'))
      expect((await found(directory)).latest(chatId, kept + 1)?.text).toBe('room again')
      await journal.close()
    } finally {
      execFileSync('umount', ['--lazy', room])
    }
  },
)
