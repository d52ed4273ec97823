import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asUser } from './user.mjs'

/**
 * Whether Chromium can put its processes into a sandbox here, for the user that tests run as. It does so in namespaces
 * of that user, or where those are forbidden (many containers) with a helper that root has marked as its own.
 *
 * @param {string} executable of Electron
 */
export const canSandbox = (executable) =>
  hasUserNamespaces() || hasHelper(join(dirname(executable), 'chrome-sandbox'))

const hasUserNamespaces = () => {
  const [program = '', ...args] = [...asUser(), 'unshare', '--user', 'true']
  return spawnSync(program, args).status === 0
}

/**
 * The helper says what it lacks before it starts anything: its mark, or the right to make namespaces even so.
 *
 * @param {string} helper
 */
const hasHelper = (helper) => {
  if (process.getuid?.() === 0) {
    chownSync(helper, 0, 0)
    chmodSync(helper, 0o4755)
  }
  const [program = '', ...args] = [...asUser(), helper, '/bin/true']
  const { error, stderr } = spawnSync(program, args, { env: { SBX_CHROME_API_PRV: '1' }, encoding: 'utf8' })
  return !error && !/not running as root|Failed to move/.test(stderr)
}

/** Chromium shares memory in /dev/shm, which containers often keep too small; it can do without. */
export const sharedMemoryArgs = () => {
  const needed = 256 * 1024 * 1024
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    const isOpen = (statSync('/dev/shm').mode & 0o002) !== 0
    return isOpen && bavail * bsize >= needed ? [] : ['--disable-dev-shm-usage']
  } catch {
    return ['--disable-dev-shm-usage']
  }
}
