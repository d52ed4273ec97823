import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files below a folder in which a text stands, in any of the ways that a program would write it: as it is, in
 * UTF-16, in base64 at any offset. Paths are relative to the folder.
 *
 * ```ts
 * expect(findInFolder(profile, session)).toEqual([])
 * ```
 */
export const findInFolder = (folder: string, needle: string): readonly string[] => {
  if (needle.length < 6) throw new Error('A needle this short is found by chance.')
  const needles = [
    Buffer.from(needle, 'utf8'),
    Buffer.from(needle, 'utf16le'),
    Buffer.from(JSON.stringify(needle).slice(1, -1)),
    ...base64Of(needle),
  ]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = read(path)
      return needles.some((form) => bytes.includes(form))
    })
    .map((path) => path.slice(folder.length + 1))
}

/** The part of its base64 that stays the same whatever stands before and after it. */
const base64Of = (needle: string): Buffer[] =>
  [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(needle)]).toString('base64')
    return Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -4).replace(/=+$/, ''))
  })

/** A file that went away while the folder was read holds nothing. */
const read = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw problem
  }
}
