import { spawnSync } from 'node:child_process'

/**
 * Runs a command to its end and says whether it went well; its words are kept for the case that it did not.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export const run = (command, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', ...options })
  const words = [stdout, stderr, error?.message].filter(Boolean).join('\n').trim()
  return { ok: status === 0, output: String(stdout ?? ''), words }
}

/**
 * Says what is being done, so that a long wait has a reason.
 *
 * @param {string} sentence
 */
export const say = (sentence) => console.error(`ready: ${sentence}`)
