import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Disk, errorCode } from './disk'
import { frame, unframe } from './framed'
import { runs, startOf } from './process-identity'

/** Who holds a profile: a process by its number and start (see {@link startOf}). */
interface Holder {
  readonly pid: number
  readonly start: string | null
  /** Tells two holds of one process apart. */
  readonly id: string
}

/**
 * Takes the profile for this process alone. Null if another one, or this one, holds it. What a process left
 * behind that is gone is taken over. Answers what lets go again.
 */
export async function lockProfile(disk: Disk, directory: string): Promise<(() => Promise<void>) | null> {
  const path = join(directory, 'lock')
  const me: Holder = { pid: process.pid, start: startOf(process.pid), id: randomUUID() }
  for (let tries = 0; tries < 5; tries++) {
    if (await create(disk, path, me)) return () => release(disk, path, me)
    const holder = await readHolder(disk, path)
    if (holder !== null && isAlive(holder)) return null
    if (!(await setAside(disk, path, holder))) return null
  }
  return null
}

async function create(disk: Disk, path: string, me: Holder): Promise<boolean> {
  try {
    const file = await disk.open(path, 'create')
    try {
      await file.write(frame(me), 0)
      await file.datasync()
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a stale lock. False if someone else took it over in the meantime; then it is put back. */
async function setAside(disk: Disk, path: string, stale: Holder | null): Promise<boolean> {
  const aside = `${path}.${randomUUID()}.stale`
  try {
    await disk.rename(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true
    throw error
  }
  const taken = await readHolder(disk, aside)
  const isFresh = taken !== null && taken.id !== stale?.id
  if (isFresh) await disk.link(aside, path)
  await disk.remove(aside)
  return !isFresh
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

function isAlive({ pid, start }: Holder): boolean {
  if (!runs(pid)) return false
  const now = startOf(pid)
  return now === null || start === null || now === start
}
