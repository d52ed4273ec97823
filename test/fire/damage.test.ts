import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chance } from '../integration/store/chance'
import { FireGround } from './fire-ground'
import { playStep } from './play-step'
import { comeToRest, settleFailed } from './quiet'
import { partOf, report } from './report'
import { seed, sizes } from './sizes'
import { type Step, someStep } from './steps'

test.each(Array.from({ length: sizes.bits }, (_, nth) => nth))(
  'a flipped bit is found and named, and what customers wrote behind it comes back from Telegram (%i)',
  async (nth) => {
    const random = chance(seed + nth)
    const ground = await FireGround.open({ seed: seed + nth, topics: 2, bots: 1, chats: 1 })
    const steps: Step[] = fc
      .sample(someStep(0), { numRuns: 60, seed: seed + nth })
      .filter(({ kind }) => kind !== 'note')
    try {
      for (const step of steps) await playStep(ground, step)
      await ground.until('all to be sent', () => settleFailed(ground, new Set()))
      // As the disk stood at that moment, with a bit that fell over in what was written last.
      const folder = `${ground.folder}-later`
      await cp(ground.folder, folder, { recursive: true })
      await rm(join(folder, 'journal', 'lock'), { force: true })
      const before = ground.deskOnDc.journal.state
      await ground.stop()
      await rm(ground.folder, { recursive: true, force: true })
      ground.folder = folder
      await flipBit(join(folder, 'journal', 'journal'), random)
      const found: string[] = []
      await ground.start({
        onDamage: ({ what, intact, damagedBytes }) => {
          found.push(what)
          expect(intact.events).toBeLessThan(before.seq)
          expect(damagedBytes).toBeGreaterThan(0)
        },
      })
      expect(found).toHaveLength(1)
      expect(found[0]).not.toBe('')
      const outcome = await comeToRest(ground)
      report(`flipped bit ${nth}`, partOf(steps, outcome))
      expect(outcome.faults).toEqual([])
    } finally {
      await ground.close()
    }
  },
  120_000,
)

/** Turns one bit over in the second half of the newest segment. */
async function flipBit(journal: string, random: () => number): Promise<void> {
  const names = (await readdir(journal)).sort()
  const path = join(journal, names.at(-1) ?? '')
  const bytes = await readFile(path)
  const at = Math.floor(bytes.length * (0.5 + random() * 0.4))
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  await writeFile(path, bytes)
}
