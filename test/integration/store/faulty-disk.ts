import type { Disk, DiskFile } from '../../../src-main/adapters/store/disk'

/** A disk before another that refuses what it is told to refuse. */
export class FaultyDisk implements Disk {
  /** Bytes that may still be written; a write that does not fit is begun and fails with ENOSPC. */
  roomBytes = Number.POSITIVE_INFINITY
  /** Code of the error that the next syncs of files, or truncations, fail with; null for none. */
  syncFails: string | null = null
  truncateFails: string | null = null

  constructor(private readonly real: Disk) {}

  async open(path: string, mode: 'read' | 'write' | 'create'): Promise<DiskFile> {
    const file = await this.real.open(path, mode)
    return {
      size: () => file.size(),
      write: async (bytes, position) => {
        const fits = Math.min(bytes.length, this.roomBytes)
        this.roomBytes -= fits
        await file.write(bytes.subarray(0, fits), position)
        if (fits < bytes.length) throw systemError('ENOSPC')
      },
      datasync: async () => {
        if (this.syncFails !== null) throw systemError(this.syncFails)
        await file.datasync()
      },
      truncate: async (length) => {
        if (this.truncateFails !== null) throw systemError(this.truncateFails)
        await file.truncate(length)
      },
      read: (position, length) => file.read(position, length),
      readNow: (position, length) => file.readNow(position, length),
      close: () => file.close(),
    }
  }

  makeFolder(path: string): Promise<void> {
    return this.real.makeFolder(path)
  }
  list(path: string): Promise<readonly string[]> {
    return this.real.list(path)
  }
  readAll(path: string): Promise<Buffer | null> {
    return this.real.readAll(path)
  }
  rename(from: string, to: string): Promise<void> {
    return this.real.rename(from, to)
  }
  link(from: string, to: string): Promise<void> {
    return this.real.link(from, to)
  }
  remove(path: string): Promise<void> {
    return this.real.remove(path)
  }
  syncFolder(path: string): Promise<void> {
    return this.real.syncFolder(path)
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: the disk says no`), { code })
}
