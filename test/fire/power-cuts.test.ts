import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chance } from '../integration/store/chance'
import { PowerCutDisk } from '../integration/store/power-cut-disk'
import { FireGround } from './fire-ground'
import { pause } from './pause'
import { playStep } from './play-step'
import { comeToRest } from './quiet'
import { partOf, report } from './report'
import { seed, sizes } from './sizes'
import { type Step, someStep } from './steps'

/** The desk is started by its own hand here, and a cut falls into starts as well. */
const isForHere = ({ kind }: Step) => kind !== 'restart' && kind !== 'forget-keys' && kind !== 'revoke'

test(`through ${sizes.cuts} power cuts at work nothing acknowledged is lost, sent twice or out of order`, async () => {
  const random = chance(seed)
  let disk = new PowerCutDisk(random)
  const ground = await FireGround.open({ seed, topics: 4, bots: 2, chats: 1, disk })
  const supply = fc.sample(someStep(15).filter(isForHere), { numRuns: sizes.cuts * 60, seed })
  const played: Step[] = []
  let startsCut = 0
  try {
    for (let cut = 0; cut < sizes.cuts; cut++) {
      let isDark = false
      const dark = disk.cutAfter(1 + Math.floor(random() * 250)).then(() => {
        isDark = true
      })
      if (!ground.running) await Promise.race([dark, ground.start()])
      if (isDark) startsCut++
      while (!isDark) {
        const step = supply[played.length % supply.length]
        if (!step) break
        played.push(step)
        await Promise.race([dark, playStep(ground, step)])
        await pause(2)
      }
      disk = disk.afterCut()
      await disk.remove(join(ground.folder, 'journal', 'lock'))
      await ground.cutPower(disk)
    }
    const outcome = await comeToRest(ground)
    report('power cuts', partOf(played, outcome, { cuts: sizes.cuts, startsCut }))
    expect(outcome.faults).toEqual([])
  } finally {
    await ground.close()
  }
}, 1_200_000)
