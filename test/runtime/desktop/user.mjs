import { chmodSync, chownSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../paths.mjs'

/** nobody, on every Linux. */
const nobody = 65534

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/**
 * Words to put before a command so that it dies with this process and, where this process is root, runs as an ordinary
 * user: Chromium's sandbox is off for root, and the tests are to run with it. A checkout that only root can enter
 * (in /root, say) is read with one extra capability.
 */
export const asUser = () => {
  if (process.platform !== 'linux') return []
  const words = ['setpriv', '--pdeathsig', 'KILL']
  if (!isRoot) return words
  const reader = '+dac_read_search'
  const caps = isClosedToUser() ? [`--inh-caps=${reader}`, `--ambient-caps=${reader}`] : ['--inh-caps=-all']
  return [...words, `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...caps]
}

/**
 * Gives a folder and all that is in it to the user that {@link asUser} runs commands as.
 *
 * @param {string} folder
 */
export const giveToUser = (folder) => {
  if (!isRoot) return
  chmodSync(folder, 0o700)
  chownSync(folder, nobody, nobody)
  for (const name of readdirSync(folder, { recursive: true }))
    lchownSync(join(folder, String(name)), nobody, nobody)
}

/** Whether this is root in a checkout that others cannot enter, because of a folder on the way to it. */
export const isClosedToUser = () => {
  if (!isRoot) return false
  for (let at = root; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return true
    if (at === dirname(at)) return false
  }
}
