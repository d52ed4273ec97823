import { expect, test } from 'vitest'
import { FireGround } from './fire-ground'
import { playStep } from './play-step'
import { comeToRest } from './quiet'
import type { Step } from './steps'

/** Schedules that once lost something, as small as they would go. */
test('after Telegram said twice that too much happened, nothing written in between is missing', async () => {
  const ground = await FireGround.open({ seed: 1, topics: 1, bots: 0, chats: 0 })
  const write: Step = { kind: 'write', at: 0 }
  const round: readonly Step[] = [
    ...[{ kind: 'too-long' } as const, { kind: 'suppress', updates: 2 } as const, write, write],
    { kind: 'drop' },
    ...Array.from({ length: 20 }, (): readonly Step[] => [write, { kind: 'pause', ms: 10 }]).flat(),
  ]
  const steps = [...round, ...round, ...round]
  try {
    for (const step of steps) await playStep(ground, step)
    expect((await comeToRest(ground, 8_000)).faults).toEqual([])
  } finally {
    await ground.close()
  }
})
