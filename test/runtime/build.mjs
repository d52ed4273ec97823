import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { out, root } from './paths.mjs'
import { withLock } from './ready/lock.mjs'
import { run } from './ready/run.mjs'
import { ready } from './ready.mjs'

/** @typedef {'production' | 'test'} Mode */

const sources = [
  'src-main',
  'src-preload',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const mainFolder = { production: 'main', test: 'test-main' }

/**
 * Builds the app into out/, unless it was built from the very same sources. Mode `test` builds the main process with
 * the seam for the local data centre, into a folder of its own. Ends the process where the sources do not build.
 *
 * @param {Mode} mode
 * @returns {Promise<string>} the folder to start Electron with
 */
export const build = (mode) =>
  withLock('build', () => {
    const app = mode === 'test' ? out(mainFolder.test) : root
    const stamp = out(`.built-${mode}`)
    const hash = hashOf([
      ...sources,
      ...(mode === 'test' ? importedBy('test/runtime/desk-under-test.ts') : []),
    ])
    const parts = [mainFolder[mode], 'preload', 'renderer'].map((part) => out(part))
    if (parts.every((part) => existsSync(part)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
      return app
    rmSync(stamp, { force: true })
    const bin = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const args = [bin, 'build', '--mode', mode, '--logLevel', 'warn']
    const { ok, words } = run(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } })
    if (!ok) {
      console.error(`The app could not be built:\n${words}`)
      process.exit(1)
    }
    if (mode === 'test') writeManifest(app)
    mkdirSync(out(), { recursive: true })
    writeFileSync(stamp, hash)
    return app
  })

/** Electron takes a folder with a manifest: the same names and version, another main. @param {string} folder */
const writeManifest = (folder) => {
  const { name, productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, productName, version, main: 'index.cjs' }),
  )
}

/**
 * A test file and the test files it imports, however far; what lies in src-* is counted anyway.
 *
 * @param {string} file
 * @param {Set<string>} [seen]
 */
const importedBy = (file, seen = new Set()) => {
  if (seen.has(file) || !file.startsWith('test/') || !existsSync(join(root, file))) return seen
  seen.add(file)
  for (const [, path = ''] of readFileSync(join(root, file), 'utf8').matchAll(
    /(?:from|import\() ?'(\.[^']*)'/g,
  )) {
    const target = posix.join(posix.dirname(file), path)
    const found = ['', '.ts', '.tsx', '/index.ts'].find(
      (end) => /\.\w+$/.test(target + end) && existsSync(join(root, target + end)),
    )
    if (found !== undefined) importedBy(target + found, seen)
  }
  return seen
}

/** @param {string[]} paths relative to the checkout; missing ones count as empty */
const hashOf = (paths) => {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesIn(path))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesIn = (path) => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ready(['dependencies'])
  const wanted = process.argv.slice(2)
  if (wanted.length === 0 || wanted.includes('--release')) await build('production')
  if (wanted.includes('--test')) await build('test')
}
