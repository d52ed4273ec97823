import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasDisplay } from '../desktop/display.mjs'
import { NotReady } from './not-ready.mjs'
import { run, say } from './run.mjs'

/**
 * What Electron loads, and the Debian packages that carry it; newer releases renamed some of them.
 *
 * @type {[library: string, packages: string[]][]}
 */
const libraries = [
  ['libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0']],
  ['libnss3.so', ['libnss3']],
  ['libasound.so.2', ['libasound2t64', 'libasound2']],
  ['libgbm.so.1', ['libgbm1']],
  ['libnotify.so.4', ['libnotify4']],
  ['libsecret-1.so.0', ['libsecret-1-0']],
  ['libXss.so.1', ['libxss1']],
  ['libatspi.so.0', ['libatspi2.0-0t64', 'libatspi2.0-0']],
]

/** @type {[program: string, package: string][]} */
const desktopPrograms = [
  ['Xvfb', 'xvfb'],
  ['dbus-daemon', 'dbus-daemon'],
  ['dbus-send', 'dbus-bin'],
  ['dunst', 'dunst'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
  ['setpriv', 'util-linux'],
]

/**
 * Looks for the libraries that Electron needs and, if asked, for a display, a notification service and a keyring to
 * put into a private desktop. Only Linux lacks any of it.
 *
 * @param {{ display: boolean }} wanted
 */
export const readySystem = ({ display }) => {
  if (process.platform !== 'linux') return
  const needsDesktop = display || !hasDisplay()
  const missing = missingPackages(needsDesktop)
  if (missing.length === 0) return
  installPackages(missing)
  const still = missingPackages(needsDesktop)
  if (still.length > 0)
    throw new NotReady(
      `Still missing after the installation: ${still.map((names) => names.at(-1)).join(' ')}.`,
    )
}

/**
 * Installs Debian packages as root, saying so; anyone else is told the one command that does.
 *
 * @param {string[][]} wanted the names that each may have, newest release first
 */
export const installPackages = (wanted) => {
  if (!onPath('apt-get'))
    throw new NotReady(
      `Topicdesk's tests need these, by their Debian names: ${wanted.map((names) => names.at(-1)).join(' ')}. Install them with this system's package manager.`,
    )
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    say('bringing the list of system packages up to date (apt-get update)')
    run('apt-get', ['update', '-qq'])
  }
  const packages = wanted.map((names) => names.find(isKnownToApt) ?? names.at(-1) ?? '')
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!isRoot) throw new NotReady('Some system packages are missing; this installs them:', `sudo ${command}`)
  say(`installing system packages as root: ${packages.join(' ')}`)
  const { ok, words } = run('sh', ['-c', command], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (!ok) throw new NotReady(`System packages could not be installed: ${words.slice(-1000)}`, command)
}

/**
 * @param {boolean} needsDesktop
 * @returns {string[][]} for each thing that is missing, the packages that may carry it
 */
const missingPackages = (needsDesktop) => {
  const known = run(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p']).output
  const missing = libraries.filter(([library]) => !known.includes(`${library} `)).map(([, names]) => names)
  if (!needsDesktop) return missing
  for (const [program, name] of desktopPrograms) if (!onPath(program)) missing.push([name])
  if (!hasFont(/dejavusans\./i)) missing.push(['fonts-dejavu-core'])
  if (!hasFont(/emoji/i)) missing.push(['fonts-noto-color-emoji'])
  return missing
}

/** @param {string} program */
const onPath = (program) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].some((folder) =>
    existsSync(join(folder, program)),
  )

/** @param {string} name */
const isKnownToApt = (name) => run('apt-cache', ['show', name]).ok

/** @param {RegExp} pattern */
const hasFont = (pattern) =>
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((file) => pattern.test(String(file))),
  )
