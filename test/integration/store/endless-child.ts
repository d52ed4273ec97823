import { openJournal } from '../../../src-main/adapters/store/open-journal'
import { silent } from '../../conformance/silent-log'
import { emptySmall, evolveSmall, step } from '../../conformance/small-desk'
import { nextAppend } from './endless-work'

/** A process that works on a store until it is killed and says on its standard output what is acknowledged. */
const directory = process.argv[2] ?? ''
const opened = await openJournal({
  directory,
  evolve: evolveSmall,
  empty: emptySmall,
  log: silent,
  segmentBytes: 100_000,
})
if (opened.kind !== 'ready') throw new Error(`the journal is ${opened.kind}`)
const { journal } = opened
process.stdout.write(`open ${journal.state.seq}\n`)
let { state } = journal
for (let round = 1; ; round++) {
  const inFlight = Array.from({ length: 8 }, async () => {
    const { recorded, next } = step(state, ...nextAppend(state.seq))
    state = next
    await journal.append(recorded, next)
    process.stdout.write(`kept ${next.seq}\n`)
  })
  if (round % 10 === 0) inFlight.push(journal.checkpoint())
  await Promise.all(inFlight)
}
