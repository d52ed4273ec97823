import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FireGround } from './fire-ground'
import { pause } from './pause'
import { playStep } from './play-step'
import type { Outcome } from './quiet'
import { comeToRest } from './quiet'
import { partOf, report } from './report'
import { seed, sizes } from './sizes'
import { type Step, someStep } from './steps'

test('whatever happens between them, tickets hold what customers wrote and customers get what agents sent', async () => {
  const played: Step[] = []
  const outcomes: Outcome[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(someStep(40), { minLength: 8, maxLength: 30, size: 'max' }),
      fc.nat(),
      async (steps, world) => {
        const ground = await FireGround.open({
          seed: world,
          topics: 2,
          bots: 1,
          chats: 1,
          hasStaffRoom: true,
        })
        try {
          for (const step of steps) await playStep(ground, step)
          const outcome = await comeToRest(ground)
          expect(outcome.faults).toEqual([])
          played.push(...steps)
          outcomes.push(outcome)
        } finally {
          await ground.close()
        }
      },
    ),
    { numRuns: sizes.schedules, seed },
  )
  report('schedules', partOf(played, together(outcomes), { runs: outcomes.length }))
}, 1_800_000)

test('a long day of trouble loses nothing, doubles nothing and keeps the order', async () => {
  const ground = await FireGround.open({ seed, topics: 20, bots: 4, chats: 2 })
  const played: Step[] = []
  try {
    const events = () => ground.ledger.written.length + ground.ledger.asked.length
    for (const step of fc.sample(someStep(20), { numRuns: sizes.updates * 2, seed })) {
      if (events() >= sizes.updates) break
      await playStep(ground, step)
      played.push(step)
      // People do not write all at once: the desk keeps up, and trouble meets it at work.
      await pause(4)
    }
    const outcome = await comeToRest(ground)
    report('long', partOf(played, outcome))
    expect(outcome.faults).toEqual([])
    expect(outcome.compared).toBeGreaterThanOrEqual(sizes.updates)
  } finally {
    await ground.close()
  }
}, 3_600_000)

function together(outcomes: readonly Outcome[]): Outcome {
  return {
    compared: outcomes.reduce((sum, { compared }) => sum + compared, 0),
    uncertain: outcomes.reduce((sum, { uncertain }) => sum + uncertain, 0),
    faults: outcomes.flatMap(({ faults }) => faults),
  }
}
