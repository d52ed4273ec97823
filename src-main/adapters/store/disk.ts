/**
 * What the store asks of a disk. The real one is {@link nodeDisk}; tests put another before it to fill it up,
 * tear writes and lose what was not synced. Paths are absolute.
 */
export interface Disk {
  /** Makes a folder and those above it, durably. Fine if it is there. */
  makeFolder(path: string): Promise<void>
  /** Names in a folder, in no order; none if there is no such folder. */
  list(path: string): Promise<readonly string[]>
  /** `read` needs the file to be there, `write` makes it if not, `create` fails with EEXIST if it is. */
  open(path: string, mode: 'read' | 'write' | 'create'): Promise<DiskFile>
  /** Null if there is no such file. */
  readAll(path: string): Promise<Buffer | null>
  /** Replaces what is at `to` in one step. */
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name, or copies it where the file system has no links. EEXIST if it is taken. */
  link(from: string, to: string): Promise<void>
  /** Fine if it is gone already. */
  remove(path: string): Promise<void>
  /** Makes new names, renames and removals in a folder durable. Nothing to do on Windows. */
  syncFolder(path: string): Promise<void>
}

/** An open file. Positions and lengths in bytes. */
export interface DiskFile {
  /** Length now. */
  size(): Promise<number>
  /** Writes all of `bytes` at `position`; after a rejection some of them may have been written. */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** Resolves when the file's bytes and length would survive a power cut. */
  datasync(): Promise<void>
  truncate(length: number): Promise<void>
  /** Fewer bytes than asked only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>
  /** The same without waiting, for looking up single records. */
  readNow(position: number, length: number): Buffer
  close(): Promise<void>
}

/** The `code` of a system error such as ENOSPC, or null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Whether a system error says that there is no room: on the disk, or in the user's share of it. */
export function isForWantOfRoom(error: unknown): boolean {
  return errorCode(error) === 'ENOSPC' || errorCode(error) === 'EDQUOT'
}
