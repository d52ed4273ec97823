import { promises } from 'node:fs'

/** Free room on the disk of a folder, for this person, in bytes; null where the platform cannot tell. */
export async function freeBytes(folder: string): Promise<number | null> {
  // Not in every Node that the desk runs on.
  if (typeof promises.statfs !== 'function') return null
  const { bavail, bsize } = await promises.statfs(folder)
  return bavail * bsize
}
