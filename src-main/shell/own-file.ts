import { extname, join, resolve, sep } from 'node:path'
import { isOwnPage } from './own-page'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * The file behind one of our addresses, and its type. Null for any other address, for a way out of the folder
 * and for kinds of files that a window has no use for.
 */
export function ownFile(
  folder: string,
  address: string,
): { readonly path: string; readonly type: string } | null {
  if (!isOwnPage(address)) return null
  const inside = decoded(new URL(address).pathname)
  if (inside === null || inside.includes('\0')) return null
  const path = resolve(join(folder, inside))
  const type = types[extname(path)]
  return type && path.startsWith(resolve(folder) + sep) ? { path, type } : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
