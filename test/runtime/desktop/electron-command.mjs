import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { electron } from '../ready/electron.mjs'
import { asUser, isClosedToUser } from './user.mjs'

/**
 * How to start the Electron of this machine with its sandbox on: on Linux through a script that leaves root behind.
 * Only root on its own screen stays root, whom Chromium gives no sandbox, and it says so.
 *
 * @param {{ isOwn: boolean }} desktop
 */
export const electronCommand = ({ isOwn }) => {
  const { executable } = electron()
  if (isOwn || process.platform !== 'linux') {
    const hasSandbox = process.platform !== 'linux' || process.getuid?.() !== 0
    if (!hasSandbox) console.error("Started by root: Chromium's sandbox is off. An ordinary account has it.")
    return { executable, hasSandbox, env: {} }
  }
  const env = {
    TOPICDESK_AS_USER: asUser().join(' '),
    TOPICDESK_ELECTRON: isClosedToUser() ? openCopy(executable) : executable,
  }
  return { executable: join(import.meta.dirname, 'electron-as-user.sh'), hasSandbox: true, env }
}

/**
 * Chromium's sandboxed processes give up the capability to read a closed checkout, so they get their own files from a
 * folder that is open: links where that is on the same disk, a copy elsewhere.
 *
 * @param {string} executable
 */
const openCopy = (executable) => {
  const from = dirname(executable)
  const copy = join(tmpdir(), `topicdesk-electron-${statSync(executable).ino}`)
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}`
    const isLinked = spawnSync('cp', ['-al', from, part]).status === 0
    if (!isLinked) {
      rmSync(part, { recursive: true, force: true })
      cpSync(from, part, { recursive: true, verbatimSymlinks: true })
    }
    if (existsSync(copy)) rmSync(part, { recursive: true, force: true })
    else renameSync(part, copy)
  }
  return join(copy, basename(executable))
}
