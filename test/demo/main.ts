import { hasDisplay } from '../runtime/desktop/display.mjs'
import { NotReady } from '../runtime/ready/not-ready.mjs'
import { openDesktop } from '../runtime/session.mjs'
import { startDataCentre } from '../telegram/server'
import { playMainJob } from './main-job'
import { staysOpen } from './stays-open'
import { summaryPath, writeSummary } from './summary'

/**
 * The demo: Topicdesk against the local data centre, with customers who write by themselves. In front of a
 * person it stays open; without a display it does the main job alone, measures it and takes pictures.
 */
const isAttended = hasDisplay()
const desktop = await openDesktop({ own: isAttended }).catch(leave)
const dc = await startDataCentre({ seed: 1 })
let failure: unknown = null
try {
  if (isAttended) await staysOpen(dc, desktop)
  else {
    const summary = await playMainJob(dc, desktop)
    writeSummary(summary)
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\nThe main job works. Figures: ${summaryPath}\n`)
  }
} catch (error) {
  failure = error
} finally {
  await dc.close()
  await desktop.close()
}
if (failure !== null) {
  process.stderr.write(`The demo failed: ${failure instanceof Error ? failure.stack : String(failure)}\n`)
  process.exit(1)
}
process.exit(0)

/** What this machine lacks is one sentence and the command that helps. */
function leave(problem: unknown): never {
  if (!(problem instanceof NotReady)) throw problem
  process.stderr.write(`\n${problem.message}\n  ${problem.command ?? ''}\n`)
  process.exit(1)
}
