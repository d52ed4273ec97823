import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * What a runner's report says: how many tests ended how, what failed, and what passed only when it was run again.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: string[], unsteady?: string[] }} Count
 *
 * One thing that a command checks, in a process of its own.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} argv run with this Node
 * @property {() => Count} [count] reads the report that its test runner left; a runner without one failed
 */

/**
 * Runs steps one after the other, a line each, and stops at the first that fails, showing what it said.
 *
 * @param {Step[]} steps
 * @returns {Promise<Count>} a step that fails without a test to blame counts as one failure
 */
export const runSteps = async (steps) => {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, argv, count } of steps) {
    const start = performance.now()
    const { isOk, output } = await runNode(argv)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    const { failures = [], unsteady = [], ...own } = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
    const failed = isOk ? own.failed : Math.max(1, own.failed)
    total.passed += own.passed
    total.failed += failed
    total.skipped += own.skipped
    const tests = count ? `, ${own.passed} passed` : ''
    console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${name} (${seconds} s${tests})`)
    for (const test of unsteady) console.log(`passed only when it was run again: ${test}`)
    if (failed > 0) {
      for (const test of failures) console.log(`failed: ${test}`)
      console.log(`\n${output.trim()}\n`)
      break
    }
  }
  return total
}

/**
 * The closing line, and whether all is well: nothing failed and something ran.
 *
 * @param {Count} count
 */
export const close = ({ passed, failed, skipped }) => {
  if (passed + failed === 0) console.log('No test ran, which is a failure.')
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

/**
 * @param {string[]} argv
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
const runNode = (argv) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, argv, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    process.on('SIGINT', pass).on('SIGTERM', pass)
    let output = ''
    const note = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)
    child.once('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve({ isOk: code === 0, output })
    })
  })
