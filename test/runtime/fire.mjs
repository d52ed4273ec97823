import { ready } from './ready.mjs'
import { playwrightOf, vitestOf } from './runners.mjs'
import { close, runSteps } from './steps.mjs'

await ready(['dependencies', 'electron', 'desktop'])
process.env.TOPICDESK_FIRE = 'all'
close(
  await runSteps([
    vitestOf('fire', ['--project', 'integration', 'test/fire']),
    { name: 'build', argv: ['test/runtime/build.mjs', '--release', '--test'] },
    playwrightOf('kills of the app', ['killed-at-work']),
  ]),
)
