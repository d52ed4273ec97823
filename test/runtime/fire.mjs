import { ready } from './ready.mjs'
import { vitestOf } from './runners.mjs'
import { close, runSteps } from './steps.mjs'

await ready(['dependencies'])
process.env.TOPICDESK_FIRE = 'all'
close(await runSteps([vitestOf('fire', ['--project', 'integration', 'test/fire'])]))
