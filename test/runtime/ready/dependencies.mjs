import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cache, out, root } from '../paths.mjs'
import { NotReady } from './not-ready.mjs'
import { run, say } from './run.mjs'

/** Installs the packages of the lockfile where what is installed differs from it. */
export const readyDependencies = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new NotReady(`Topicdesk needs Node 20.19 or newer; this is ${process.version}.`, 'nvm install')
  if (isInstalled()) return
  say('installing the packages of the lockfile (npm ci), about half a minute')
  const kept = out('.kept-cache')
  if (existsSync(cache)) move(cache, kept)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { ok, words } = run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
  })
  if (existsSync(kept)) move(kept, cache)
  if (!ok)
    throw new NotReady(`The packages could not be installed: ${words.slice(0, 1500)}`, 'npm ci --no-audit')
}

/**
 * npm notes what it installed in node_modules/.package-lock.json. Packages for other platforms are absent there,
 * which is right; any other difference asks for an installation.
 */
const isInstalled = () => {
  const note = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(note)
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const there = installed[path]
    return there ? there.version === entry.version : entry.optional === true
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * @param {string} from
 * @param {string} to
 */
const move = (from, to) => {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}
