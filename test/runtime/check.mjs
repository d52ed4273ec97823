import { fileURLToPath } from 'node:url'
import { ready } from './ready.mjs'
import { tool, vitest } from './runners.mjs'
import { close, runSteps } from './steps.mjs'

/** The part of the tests that takes seconds. */
export const checks = () => [
  { name: 'format and lint', argv: [tool('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'] },
  { name: 'types', argv: ['test/runtime/types.mjs'] },
  { name: 'boundaries', argv: ['test/runtime/boundaries.mjs'] },
  { name: 'dead code', argv: [tool('knip/bin/knip.js')] },
  vitest('unit'),
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ready(['dependencies'])
  close(await runSteps(checks()))
}
