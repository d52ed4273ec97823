import { promises } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { freeBytes } from '../../../../../src-main/adapters/files/free-bytes'

const { statfs } = promises
afterEach(() => {
  promises.statfs = statfs
})

test('a disk tells its free room, no more than it has in all', async () => {
  const free = await freeBytes(tmpdir())
  const { blocks, bsize } = await statfs(tmpdir())
  expect(free).toBeGreaterThan(0)
  expect(free).toBeLessThanOrEqual(blocks * bsize)
})

test('where the platform cannot tell, nobody knows', async () => {
  Reflect.set(promises, 'statfs', undefined)
  expect(await freeBytes(tmpdir())).toBeNull()
})
