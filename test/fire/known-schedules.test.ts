import { expect, test } from 'vitest'
import { FireGround } from './fire-ground'
import { playStep } from './play-step'
import { comeToRest } from './quiet'
import type { Step } from './steps'

/** Schedules that once lost something, as small as they would go. */
test('after Telegram said twice that too much happened, nothing written in between is missing', async () => {
  const ground = await FireGround.open({ seed: 1, topics: 1, bots: 0, chats: 0 })
  const write: Step = { kind: 'write', at: 0 }
  const twoMissed: readonly Step[] = [{ kind: 'suppress', updates: 2 }, write, write]
  const away: readonly Step[] = [{ kind: 'too-long' }, { kind: 'drop' }, { kind: 'pause', ms: 1_500 }]
  const steps = [...twoMissed, ...away, ...twoMissed, ...away]
  try {
    for (const step of steps) await playStep(ground, step)
    expect((await comeToRest(ground, 8_000)).faults).toEqual([])
  } finally {
    await ground.close()
  }
})
