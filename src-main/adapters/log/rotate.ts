import { existsSync, renameSync, statSync } from 'node:fs'

const largestBytes = 2 << 20
const kept = 3

/** Sets a log of more than 2 MB aside as `.1`, the one before it as `.2`; what was `.2` goes. */
export function rotate(path: string): void {
  if (!existsSync(path) || statSync(path).size <= largestBytes) return
  for (let age = kept - 1; age > 0; age--) {
    const younger = age === 1 ? path : `${path}.${age - 1}`
    if (existsSync(younger)) renameSync(younger, `${path}.${age}`)
  }
}
