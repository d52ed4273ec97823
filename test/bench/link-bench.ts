import { performance } from 'node:perf_hooks'
import { FireGround } from '../fire/fire-ground'
import { playStep } from '../fire/play-step'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

const topics = 100
const perSecond = 200
const seconds = 15

/** Measures the link: customers write in 100 topics, 200 messages a second, until each is durable in its ticket. */
export async function linkBench(): Promise<BenchRow[]> {
  const writtenAt = new Map<string, number>()
  const tookMs: number[] = []
  const ground = await FireGround.open({
    ...{ seed: 1, topics, bots: 0, chats: 0 },
    onKept: (events) => {
      for (const { event } of events) {
        const at = event.kind === 'message-received' ? writtenAt.get(event.message.text) : undefined
        if (at !== undefined) tookMs.push(performance.now() - at)
      }
    },
  })
  try {
    const { ledger } = ground
    const start = performance.now()
    const total = perSecond * seconds
    for (let nth = 0; nth < total; ) {
      while (nth < total && nth <= ((performance.now() - start) * perSecond) / 1000) {
        const at = performance.now()
        await playStep(ground, { kind: 'write', at: nth++ })
        writtenAt.set(ledger.written.at(-1)?.name ?? '', at)
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await ground.until('all to be kept', () => tookMs.length >= total, 60_000)
    const name = `link: arrival to durable, ${perSecond} msg/s in ${topics} topics`
    return [
      { name: `${name} p50`, value: percentile(tookMs, 0.5), unit: 'ms', goal: null, n: total },
      { name: `${name} p99`, value: percentile(tookMs, 0.99), unit: 'ms', goal: null, n: total },
      {
        name: 'link: calls the desk made meanwhile',
        value: callsSince(ground, start),
        unit: 'calls',
        goal: 0,
        n: total,
      },
    ]
  } finally {
    await ground.close()
  }
}

const callsSince = ({ dc }: FireGround, start: number) => {
  const from = performance.timeOrigin + start
  return dc.record.calls.all.filter(({ at }) => at >= from).length
}
