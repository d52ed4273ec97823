import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { electron } from '../ready/electron.mjs'
import { say } from '../ready/run.mjs'
import { canSandbox, sharedMemoryArgs } from './sandbox.mjs'
import { asUser, isClosedToUser } from './user.mjs'

/**
 * How to start the Electron of this machine. On Linux a script leaves root behind, to whom Chromium gives no sandbox;
 * only on root's own screen root stays. Where there can be no sandbox, that is said.
 *
 * @param {{ isOwn: boolean }} desktop
 * @returns {{ executable: string, args: string[], hasSandbox: boolean, env: NodeJS.ProcessEnv }}
 */
export const electronCommand = ({ isOwn }) => {
  const { executable } = electron()
  if (process.platform !== 'linux') return { executable, args: [], hasSandbox: true, env: {} }
  const args = sharedMemoryArgs()
  if (isOwn) {
    const hasSandbox = process.getuid?.() !== 0
    if (!hasSandbox) say('root has no sandbox in Chromium, so it is off; an ordinary account has it')
    return { executable, args: hasSandbox ? args : [...args, '--no-sandbox'], hasSandbox, env: {} }
  }
  const file = isClosedToUser() ? openCopy(executable) : executable
  const hasSandbox = sandboxed(file)
  return {
    executable: join(import.meta.dirname, 'electron-as-user.sh'),
    args: hasSandbox ? args : [...args, '--no-sandbox'],
    hasSandbox,
    env: { TOPICDESK_AS_USER: asUser().join(' '), TOPICDESK_ELECTRON: file },
  }
}

/** @type {boolean | undefined} asked once, and said once */
let answer

/** @param {string} file */
const sandboxed = (file) => {
  if (answer !== undefined) return answer
  answer = canSandbox(file)
  if (!answer) say('this machine allows no sandbox for Chromium, so it is off')
  return answer
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
