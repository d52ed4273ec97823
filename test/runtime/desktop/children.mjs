import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { NotReady } from '../ready/not-ready.mjs'
import { asUser } from './user.mjs'

/**
 * The programs a private desktop consists of: started together, ended together, also when this process ends.
 *
 * @param {NodeJS.ProcessEnv} env what they see; read at each start, so a later program sees an earlier one's address
 */
export const children = (env) => {
  /** @type {import('node:child_process').ChildProcess[]} */
  const running = []
  const kill = () => {
    for (const child of running.splice(0).reverse()) child.kill('SIGKILL')
  }
  process.once('exit', kill)

  return {
    /**
     * @param {string} name
     * @param {string[]} args
     * @param {{ input?: string, fourth?: boolean }} [options] what it reads, and whether it writes to descriptor 3
     */
    start: (name, args, { input, fourth = false } = {}) => {
      const [program = name, ...rest] = [...asUser(), name, ...args]
      const child = spawn(program, rest, {
        env,
        stdio: ['pipe', 'ignore', 'pipe', fourth ? 'pipe' : 'ignore'],
      })
      running.push(child)
      child.on('error', () => {})
      child.stdin?.on('error', () => {})
      child.stdin?.end(input ?? '')
      child.stderr?.resume()
      return child
    },
    async end() {
      process.removeListener('exit', kill)
      const all = running.splice(0).reverse()
      for (const child of all) child.kill('SIGTERM')
      await Promise.all(all.map((child) => ended(child, 1_000)))
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} patienceMs before it is killed
 */
const ended = async (child, patienceMs) => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(impatience)
}

/**
 * Waits until something has come up.
 *
 * @template T
 * @param {string} what named if it never comes
 * @param {() => T | undefined | false} look
 * @returns {Promise<T>}
 */
export const until = async (what, look) => {
  for (let tries = 0; tries < 500; tries++) {
    const seen = look()
    if (seen) return seen
    await pause(10)
  }
  throw new NotReady(`On the private desktop ${what} did not come up within 5 seconds.`)
}
