import type * as Library from 'telegram'
import { quickenLongs } from './quicker-longs'

/**
 * The library's schema classes, as values. Undefined until {@link loadLibrary} resolved; every room of this
 * adapter runs after that. Types come from `import type { Api } from 'telegram'`.
 */
export let tl: typeof Library.Api

/** The library itself, once {@link loadLibrary} resolved. */
export let library: typeof Library

/**
 * Loads the Telegram library. It parses its whole schema and takes a third of a second (telegram.md B.8), so
 * nothing imports it before the window is on screen.
 */
export async function loadLibrary(): Promise<void> {
  if (library) return
  library = await import('telegram')
  tl = library.Api
  quickenLongs(library)
}

/** A 64-bit number of the schema; ids are strings above this adapter. */
export function long(decimal: string | number): Long {
  return library.helpers.returnBigInt(decimal)
}
export type Long = ReturnType<typeof Library.helpers.returnBigInt>
