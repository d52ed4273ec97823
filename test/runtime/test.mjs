import { checks } from './check.mjs'
import { ready } from './ready.mjs'
import { playwright, vitest } from './runners.mjs'
import { close, runSteps } from './steps.mjs'

await ready(['dependencies', 'electron', 'desktop'])
const start = performance.now()
const steps = [
  ...checks(),
  vitest('conformance'),
  { name: 'build', argv: ['test/runtime/build.mjs', '--release', '--test'] },
  vitest('integration'),
  playwright(),
]
const count = await runSteps(steps)
console.log(`all together ${((performance.now() - start) / 1000).toFixed(0)} s`)
close(count)
