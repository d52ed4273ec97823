import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Disk, errorCode } from './disk'
import { frame, unframe } from './framed'
import { bootedAt, runs, startOf } from './process-identity'

/** So much may the clock be set before a computer counts as started anew, ms. */
const bootToleranceMs = 10 * 60_000

/** Who holds a profile: a process by its number and start (see {@link startOf}). */
interface Holder {
  readonly pid: number
  readonly start: string | null
  /** When the computer was started, epoch ms: where no start is told, a number means nothing after the next boot. */
  readonly bootedAt?: number
  /** Tells two holds of one process apart. */
  readonly id: string
}

/**
 * Takes the profile for this process alone. Null if another one, or this one, holds it. What a process left
 * behind that is gone is taken over. Answers what lets go again.
 */
export async function lockProfile(disk: Disk, directory: string): Promise<(() => Promise<void>) | null> {
  const me: Holder = { pid: process.pid, start: startOf(process.pid), bootedAt: bootedAt(), id: randomUUID() }
  const path = join(directory, 'lock')
  return (await take(disk, path, me)) ? () => release(disk, path, me) : null
}

/**
 * Makes `path` say that it is ours, if it says nothing or the name of one that is gone. To replace the latter
 * takes a lock of its own, named after who is gone: of many who find it exactly one may, and whoever comes
 * late finds someone else's name.
 */
async function take(disk: Disk, path: string, me: Holder): Promise<boolean> {
  const mine = `${path}.${me.id}.new`
  try {
    await write(disk, mine, me)
    if (await isFirst(disk, mine, path)) return true
    const gone = await readHolder(disk, path)
    if (gone !== null && isAlive(gone)) return false
    const right = `${path}.${gone?.id ?? 'unfinished'}`
    const heir: Holder = { ...me, id: randomUUID() }
    if (!(await take(disk, right, heir))) return false
    try {
      const now = await readHolder(disk, path)
      if (now?.id !== gone?.id) return false
      await disk.rename(mine, path)
      return true
    } finally {
      await release(disk, right, heir)
    }
  } finally {
    await disk.remove(mine)
  }
}

async function write(disk: Disk, path: string, holder: Holder): Promise<void> {
  const file = await disk.open(path, 'create')
  try {
    await file.write(frame(holder), 0)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Gives the finished file its name, so that nobody ever reads half a lock. False if the name is taken. */
async function isFirst(disk: Disk, mine: string, path: string): Promise<boolean> {
  try {
    await disk.link(mine, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function release(disk: Disk, path: string, me: Holder): Promise<void> {
  const holder = await readHolder(disk, path)
  if (holder?.id === me.id) await disk.remove(path)
}

/** Null if there is no lock, or one that was never finished. */
async function readHolder(disk: Disk, path: string): Promise<Holder | null> {
  const bytes = await disk.readAll(path)
  return bytes && (unframe(bytes) as Holder | null)
}

/**
 * Whether a holder still runs. Unknown counts as yes; Electron's own lock, which ends with its process, keeps a second
 * app from the profile all the same.
 */
export function isAlive(
  { pid, start, bootedAt: then }: Omit<Holder, 'id'>,
  system = { runs, startOf, bootedAt },
): boolean {
  if (!system.runs(pid)) return false
  const now = system.startOf(pid)
  if (now !== null && start !== null) return now === start
  return then === undefined || Math.abs(system.bootedAt() - then) < bootToleranceMs
}
