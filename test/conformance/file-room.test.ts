import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { FolderRoom } from '../../src-main/adapters/files/folder-room'
import { describeFileRoom } from './file-room'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-room-'))
  folders.push(folder)
  return folder
}

describeFileRoom('FolderRoom', async () => new FolderRoom(join(await freshFolder(), 'outgoing')))

test('nothing unfinished stays in the folder', async () => {
  const folder = await freshFolder()
  const room = new FolderRoom(folder)
  const path = await room.keep('a.txt', new Uint8Array(10))
  await room.keepAs('b.txt', new Uint8Array(10))
  expect((await readdir(folder)).sort()).toEqual([path, 'b.txt'].sort())
})
