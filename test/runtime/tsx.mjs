import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/**
 * Gives the terminal to a TypeScript program until it ends, and ends with its exit code.
 *
 * @param {string} file from the checkout
 * @param {NodeJS.ProcessEnv} [env] added to the environment
 */
export const runTypeScript = (file, env = {}) => {
  const argv = ['--import', import.meta.resolve('tsx'), file, ...process.argv.slice(2)]
  const child = spawn(process.execPath, argv, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  // The terminal sends its interrupt to both; what is sent to this process alone is passed on.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('exit', (code) => process.exit(code ?? 1))
}
