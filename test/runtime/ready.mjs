import { fileURLToPath } from 'node:url'
import { readyDependencies } from './ready/dependencies.mjs'
import { readyElectron } from './ready/electron.mjs'
import { withLock } from './ready/lock.mjs'
import { NotReady } from './ready/not-ready.mjs'
import { readySystem } from './ready/system.mjs'

/** @typedef {'dependencies' | 'electron' | 'desktop'} Need */

/**
 * Makes this machine able to run a command, doing only what is missing: the packages of the lockfile, an Electron,
 * and on Linux the system libraries with a virtual display, a notification service and a keyring.
 *
 * Plain Node without packages, because it runs before there are any. Ends the process with one sentence and the
 * command that helps where something cannot be made ready.
 *
 * @param {Need[]} needs
 */
export const ready = async (needs) => {
  try {
    await withLock('ready', async () => {
      if (needs.includes('desktop')) readySystem({ display: true })
      else if (needs.includes('electron')) readySystem({ display: false })
      if (needs.includes('dependencies')) readyDependencies()
      if (needs.includes('electron')) readyElectron()
    })
  } catch (problem) {
    if (!(problem instanceof NotReady)) throw problem
    console.error(`\n${problem.message}`)
    if (problem.command) console.error(`  ${problem.command}`)
    process.exit(1)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ready(['dependencies', 'electron', 'desktop'])
