import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
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

test('all that is kept is listed, an unfinished file of a crash too, and folders are not', async () => {
  const folder = await freshFolder()
  const room = new FolderRoom(join(folder, 'outgoing'))
  expect(await room.list()).toEqual([])
  const path = await room.keep('a.txt', new Uint8Array(10))
  await writeFile(join(folder, 'outgoing', 'b.txt.0001.tmp'), 'half')
  await mkdir(join(folder, 'outgoing', 'folder'))
  expect([...(await room.list())].sort()).toEqual([path, 'b.txt.0001.tmp'].sort())
})
