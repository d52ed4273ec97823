import { dirname } from 'node:path'
import type { Disk, DiskFile } from '../../../src-main/adapters/store/disk'

const sectorBytes = 512

/** A change of a file that is not synced yet: `bytes` at `at`, or null for a cut to `at`. */
interface Unsynced {
  readonly at: number
  readonly bytes: Buffer | null
}
interface Inode {
  durable: Buffer
  now: Buffer
  unsynced: Unsynced[]
}
type Names = Map<string, Inode>
interface NameChange {
  readonly folders: readonly string[]
  apply(names: Names): void
}

/**
 * A disk in memory that loses power: whatever was not synced is lost, kept or half kept, sector by sector as
 * chance has it; names that were not synced are lost from some point on. What was synced stays.
 */
export class PowerCutDisk implements Disk {
  private names: Names = new Map()
  private durableNames: Names = new Map()
  private nameChanges: NameChange[] = []
  private readonly folders = new Set<string>()
  private operations = 0
  private cutAt = Number.POSITIVE_INFINITY
  private onCut: () => void = () => undefined

  /** @param random gives numbers from 0 up to, not including, 1. */
  constructor(private readonly random: () => number) {}

  /** The power fails just before the `after`th operation from now: it and all later ones never answer. */
  cutAfter(after: number): Promise<void> {
    this.cutAt = this.operations + after
    return new Promise((resolve) => {
      this.onCut = resolve
    })
  }

  /** Another disk with the same files, all of them durable: as after a process was killed. */
  copy(): PowerCutDisk {
    const other = new PowerCutDisk(this.random)
    for (const [path, { now }] of this.names) {
      const same = { durable: now, now, unsynced: [] }
      other.names.set(path, same)
      other.durableNames.set(path, same)
    }
    for (const folder of this.folders) other.folders.add(folder)
    return other
  }

  /** The disk as it is found when the power is back. */
  afterCut(): PowerCutDisk {
    const found = new PowerCutDisk(this.random)
    const names = new Map(this.durableNames)
    const kept = Math.floor(this.random() * (this.nameChanges.length + 1))
    for (const change of this.nameChanges.slice(0, kept)) change.apply(names)
    for (const [path, inode] of names) {
      const bytes = this.whatIsLeftOf(inode)
      const left = { durable: bytes, now: bytes, unsynced: [] }
      found.names.set(path, left)
      found.durableNames.set(path, left)
    }
    for (const folder of this.folders) found.folders.add(folder)
    return found
  }

  async makeFolder(path: string): Promise<void> {
    await this.operation()
    this.folders.add(path)
  }

  async list(path: string): Promise<readonly string[]> {
    await this.operation()
    return [...this.names.keys()]
      .filter((each) => dirname(each) === path)
      .map((each) => each.slice(path.length + 1))
  }

  async open(path: string, mode: 'read' | 'write' | 'create'): Promise<DiskFile> {
    await this.operation()
    let inode = this.names.get(path)
    if (inode !== undefined && mode === 'create') throw Object.assign(new Error(path), { code: 'EEXIST' })
    if (inode === undefined) {
      if (mode === 'read' || !this.folders.has(dirname(path))) {
        throw Object.assign(new Error(path), { code: 'ENOENT' })
      }
      const made: Inode = { durable: Buffer.alloc(0), now: Buffer.alloc(0), unsynced: [] }
      this.change([dirname(path)], (names) => names.set(path, made))
      inode = made
    }
    return this.file(inode)
  }

  async readAll(path: string): Promise<Buffer | null> {
    await this.operation()
    return this.names.get(path)?.now ?? null
  }

  async rename(from: string, to: string): Promise<void> {
    await this.operation()
    this.change([dirname(from), dirname(to)], (names) => {
      for (const [path, inode] of [...names]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue
        names.delete(path)
        names.set(to + path.slice(from.length), inode)
      }
    })
    if (this.folders.delete(from)) this.folders.add(to)
  }

  async link(from: string, to: string): Promise<void> {
    await this.operation()
    const inode = this.names.get(from)
    if (inode === undefined) throw Object.assign(new Error(from), { code: 'ENOENT' })
    if (this.names.has(to)) throw Object.assign(new Error(to), { code: 'EEXIST' })
    this.change([dirname(to)], (names) => names.set(to, inode))
  }

  async remove(path: string): Promise<void> {
    await this.operation()
    this.change([dirname(path)], (names) => names.delete(path))
  }

  async syncFolder(path: string): Promise<void> {
    await this.operation()
    // Like journaling file systems: names become durable in order, so those before go along.
    const last = this.nameChanges.findLastIndex(({ folders }) => folders.includes(path))
    for (const change of this.nameChanges.splice(0, last + 1)) change.apply(this.durableNames)
  }

  private file(inode: Inode): DiskFile {
    const read = (position: number, length: number) =>
      Buffer.from(inode.now.subarray(position, position + length))
    return {
      size: async () => {
        await this.operation()
        return inode.now.length
      },
      write: async (bytes, position) => {
        const copy = Buffer.from(bytes)
        inode.unsynced.push({ at: position, bytes: copy })
        inode.now = written(inode.now, position, copy)
        await this.operation()
      },
      datasync: async () => {
        await this.operation()
        inode.durable = inode.now
        inode.unsynced = []
      },
      truncate: async (length) => {
        await this.operation()
        inode.unsynced.push({ at: length, bytes: null })
        inode.now = cutTo(inode.now, length)
      },
      read: async (position, length) => {
        await this.operation()
        return read(position, length)
      },
      readNow: read,
      close: () => this.operation(),
    }
  }

  private change(folders: readonly string[], apply: (names: Names) => void): void {
    apply(this.names)
    this.nameChanges.push({ folders, apply })
  }

  private async operation(): Promise<void> {
    if (++this.operations >= this.cutAt) {
      this.onCut()
      await new Promise(() => undefined)
    }
    await Promise.resolve()
  }

  private whatIsLeftOf({ durable, unsynced }: Inode): Buffer {
    let left = durable
    for (const { at, bytes } of unsynced) {
      if (bytes === null) {
        if (this.random() < 0.5) left = cutTo(left, at)
        continue
      }
      for (let start = 0; start < bytes.length; start += sectorBytes) {
        if (this.random() < 0.5) continue
        left = written(left, at + start, bytes.subarray(start, start + sectorBytes))
      }
    }
    return left
  }
}

function written(before: Buffer, position: number, bytes: Buffer): Buffer {
  const after = Buffer.alloc(Math.max(before.length, position + bytes.length))
  before.copy(after)
  bytes.copy(after, position)
  return after
}

function cutTo(before: Buffer, length: number): Buffer {
  const after = Buffer.alloc(length)
  before.copy(after)
  return after
}
