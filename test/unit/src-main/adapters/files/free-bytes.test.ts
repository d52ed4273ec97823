import { promises } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, expect, test, vi } from 'vitest'
import { freeBytes } from '../../../../../src-main/adapters/files/free-bytes'

const { statfs } = promises
afterEach(() => {
  promises.statfs = statfs
  vi.unstubAllGlobals()
})

test('a disk tells its free room, no more than it has in all', async () => {
  const free = await freeBytes(tmpdir())
  const { blocks, bsize } = await statfs(tmpdir())
  expect(free).toBeGreaterThan(0)
  expect(free).toBeLessThanOrEqual(blocks * bsize)
})

test('where Node cannot tell, the system’s own df does, and much the same', async () => {
  const { blocks, bsize } = await statfs(tmpdir())
  Reflect.set(promises, 'statfs', undefined)
  const free = await freeBytes(tmpdir())
  expect(free).toBeGreaterThan(0)
  expect(free).toBeLessThanOrEqual(blocks * bsize)
  await expect(freeBytes('/no/such/folder')).rejects.toThrow()
})

test('where the platform cannot tell, nobody knows', async () => {
  Reflect.set(promises, 'statfs', undefined)
  vi.stubGlobal('process', { ...process, platform: 'win32' })
  expect(await freeBytes(tmpdir())).toBeNull()
})
