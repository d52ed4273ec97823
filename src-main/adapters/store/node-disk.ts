import * as fs from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Disk, type DiskFile, errorCode } from './disk'

const write = promisify(fs.write) as (
  fd: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
  position: number,
) => Promise<{ bytesWritten: number }>
const read = promisify(fs.read) as (
  fd: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
  position: number,
) => Promise<{ bytesRead: number }>
const datasync = promisify(fs.fdatasync)
const truncate = promisify(fs.ftruncate)
const open = promisify(fs.open)
const close = promisify(fs.close)
const stat = promisify(fs.fstat)

const flags = { read: 'r', write: fs.constants.O_RDWR | fs.constants.O_CREAT, create: 'wx+' } as const
const isWindows = process.platform === 'win32'
/** Virus scanners and indexers hold new files open for a moment. */
const busyOnWindows = new Set(['EPERM', 'EACCES', 'EBUSY'])

function nodeFile(fd: number): DiskFile {
  return {
    size: async () => (await stat(fd)).size,
    async write(bytes, position) {
      for (let done = 0; done < bytes.length; ) {
        done += (await write(fd, bytes, done, bytes.length - done, position + done)).bytesWritten
      }
    },
    datasync: () => datasync(fd),
    truncate: (length) => truncate(fd, length),
    async read(position, length) {
      const bytes = Buffer.allocUnsafe(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await read(fd, bytes, done, length - done, position + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    readNow(position, length) {
      const bytes = Buffer.allocUnsafe(length)
      return bytes.subarray(0, fs.readSync(fd, bytes, 0, length, position))
    },
    close: () => close(fd),
  }
}

/**
 * The whole of a file in one piece, at once: only a start reads whole files, hundreds of them, and each turn that one
 * waits for costs more than its reading.
 */
function readAll(path: string): Buffer {
  const fd = fs.openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(fs.fstatSync(fd).size)
    let done = 0
    while (done < bytes.length) {
      const length = fs.readSync(fd, bytes, done, bytes.length - done, done)
      if (length === 0) break
      done += length
    }
    return bytes.subarray(0, done)
  } finally {
    fs.closeSync(fd)
  }
}

async function rename(from: string, to: string): Promise<void> {
  for (let pauseMs = 10; ; pauseMs *= 2) {
    try {
      return await fs.promises.rename(from, to)
    } catch (error) {
      const mayPass = isWindows && busyOnWindows.has(errorCode(error) ?? '') && pauseMs < 1000
      if (!mayPass) throw error
      await wait(pauseMs)
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  if (isWindows) return
  const folder = await fs.promises.open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/** The computer's own disk, by node:fs. */
export const nodeDisk: Disk = {
  async makeFolder(path) {
    const first = await fs.promises.mkdir(path, { recursive: true })
    // Each new folder is a name in the one above it.
    for (let made = path; first !== undefined && made.length >= first.length; made = dirname(made)) {
      await syncFolder(dirname(made))
    }
  },
  list: (path) => fs.promises.readdir(path).catch(noneIfMissing([])),
  open: async (path, mode) => nodeFile(await open(path, flags[mode], 0o600)),
  async readAll(path) {
    try {
      return readAll(path)
    } catch (error) {
      return noneIfMissing(null)(error)
    }
  },
  rename,
  async link(from, to) {
    try {
      await fs.promises.link(from, to)
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw error
      await fs.promises.copyFile(from, to, fs.constants.COPYFILE_EXCL)
    }
  },
  remove: (path) => fs.promises.rm(path, { force: true }),
  syncFolder,
}

function noneIfMissing<T>(none: T): (error: unknown) => T {
  return (error) => {
    if (errorCode(error) === 'ENOENT') return none
    throw error
  }
}
