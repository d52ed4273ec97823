import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { out } from '../paths.mjs'

/**
 * Runs one thing at a time in this checkout, also across processes; a lock whose holder died is taken over.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export const withLock = async (name, work) => {
  const file = out(`.${name}.lock`)
  mkdirSync(out(), { recursive: true })
  while (!take(file)) await pause(100)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

/** @param {string} file */
const take = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (problem) {
    if (!isNodeError(problem) || problem.code !== 'EEXIST') throw problem
    if (!isHeld(file)) rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
const isHeld = (file) => {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // A lock that was created this instant is still empty.
    return pid === 0 || isRunning(pid)
  } catch {
    return false
  }
}

/**
 * Whether a process of that number exists, also another user's.
 *
 * @param {number} pid
 */
export const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return isNodeError(problem) && problem.code === 'EPERM'
  }
}

/**
 * @param {unknown} problem
 * @returns {problem is NodeJS.ErrnoException}
 */
const isNodeError = (problem) => problem instanceof Error && 'code' in problem
