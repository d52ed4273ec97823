import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { localAddress } from '../runtime/local-address'
import { Random } from '../telegram/random'
import { FireGround } from './fire-ground'
import type { Orders } from './kill-child'
import type { Asked } from './ledger'
import { pause } from './pause'
import { playStep } from './play-step'
import { comeToRest } from './quiet'
import { partOf, report } from './report'
import { seed, sizes } from './sizes'

const program = fileURLToPath(new URL('kill-child.ts', import.meta.url))

/** A process with its code loaded that waits for orders, so that kills meet the desk and not the loading. */
async function loaded(): Promise<ChildProcess> {
  const child = fork(program, { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

test(`killed ${sizes.kills} times at work, the desk loses nothing it acknowledged and sends nothing twice`, async () => {
  const random = new Random(seed)
  const ground = await FireGround.open({ seed, topics: 6, bots: 0, chats: 2 })
  const { ledger, places } = ground
  await ground.stop()
  const dc = localAddress(ground.dc.address)
  const orders: Omit<Orders, 'name' | 'seed'> = {
    ...{ folder: ground.folder, dc, conversations: places.map(({ conversationId }) => conversationId) },
    sessions: [...ground.secrets.kept].flatMap(([name, text]) =>
      name.startsWith('telegram-session-') ? [[name as `telegram-session-${string}`, text] as const] : [],
    ),
  }
  const children = new Set<ChildProcess>()
  const prepare = async () => {
    const child = await loaded()
    children.add(child)
    return child
  }
  try {
    let next = prepare()
    for (let kill = 0; kill < sizes.kills; kill++) {
      const child = await next
      next = prepare()
      const asked = new Map<string, Asked>()
      child.on('message', (told: { asked?: string; kept?: string; conversationId?: string }) => {
        const place = places.find(({ conversationId }) => conversationId === told.conversationId)
        if (told.asked !== undefined && place) {
          const one: Asked = { place, text: told.asked, from: 'desk', isAcknowledged: false }
          asked.set(told.asked, one)
          ledger.asked.push(one)
        }
        const kept = asked.get(told.kept ?? '')
        if (kept) kept.isAcknowledged = true
      })
      const died = once(child, 'exit')
      child.send({ ...orders, name: String(kill), seed: seed + kill } satisfies Orders)
      for (let left = random.between(20, 700); left > 0; left -= 15) {
        await playStep(ground, { kind: 'write', at: random.between(0, places.length - 1) })
        await pause(15)
      }
      child.kill('SIGKILL')
      expect(await died).toEqual([null, 'SIGKILL'])
      children.delete(child)
    }
    await next
    for (const child of children) child.kill('SIGKILL')
    const outcome = await comeToRest(ground)
    const acknowledged = ledger.asked.filter(({ isAcknowledged }) => isAcknowledged).length
    const more = {
      kills: sizes.kills,
      written: ledger.written.length,
      asked: ledger.asked.length,
      acknowledged,
    }
    report('kills', partOf([], outcome, more))
    expect(outcome.faults).toEqual([])
    expect(acknowledged).toBeGreaterThan(sizes.kills)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await ground.close()
  }
}, 1_800_000)
