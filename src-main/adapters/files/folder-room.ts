import { randomUUID } from 'node:crypto'
import { promises as fs } from 'node:fs'
import { extname, join } from 'node:path'
import type { FileRoom } from '../../core/ports'

/** All this room takes for a path: no folders, so nothing leads outside, and nothing hidden. */
const plainName = /^[a-zA-Z0-9][a-zA-Z0-9.-]{0,127}$/

/**
 * A folder of files under names of its own. Of the given name only a plain ending is kept, so that whatever
 * a stranger calls a file, it cannot leave the folder, hide or pretend.
 */
export class FolderRoom implements FileRoom {
  constructor(private readonly folder: string) {}

  async keep(name: string, bytes: Uint8Array): Promise<string> {
    const path = `${randomUUID()}${plainEnding(name)}`
    await this.keepAs(path, bytes)
    return path
  }

  async keepAs(path: string, bytes: Uint8Array): Promise<void> {
    const kept = this.resolve(path)
    const unfinished = `${kept}.${randomUUID()}.tmp`
    await fs.mkdir(this.folder, { recursive: true })
    try {
      await writeDurably(unfinished, bytes)
      await fs.rename(unfinished, kept)
    } catch (error) {
      await fs.rm(unfinished, { force: true }).catch(() => undefined)
      throw error
    }
    await syncFolder(this.folder)
  }

  async read(path: string): Promise<Uint8Array> {
    return fs.readFile(this.resolve(path))
  }

  async has(path: string): Promise<boolean> {
    return fs.access(this.resolve(path)).then(
      () => true,
      () => false,
    )
  }

  /** Paths of all that is kept, and of what a crash left unfinished. */
  async list(): Promise<readonly string[]> {
    const found = await fs.readdir(this.folder, { withFileTypes: true }).catch((error) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    return found.filter((one) => one.isFile() && plainName.test(one.name)).map(({ name }) => name)
  }

  async remove(path: string): Promise<void> {
    await fs.rm(this.resolve(path), { force: true })
  }

  /** @throws an Error for a path that is more than a plain name. */
  resolve(path: string): string {
    if (!plainName.test(path)) throw new Error('not a path of this room')
    return join(this.folder, path)
  }
}

function plainEnding(name: string): string {
  const ending = extname(name).toLowerCase()
  return /^\.[a-z0-9]{1,10}$/.test(ending) ? ending : ''
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = await fs.open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
