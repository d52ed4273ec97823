import { performance } from 'node:perf_hooks'
import { DeskPage } from '../e2e/desk-page'
import { apiEnvironment } from '../e2e/fixtures'
import { FireGround } from '../fire/fire-ground'
import { playStep } from '../fire/play-step'
import { type LaunchedDesk, launchDesk } from '../runtime/launch'
import { localAddress } from '../runtime/local-address'
import { openDesktop } from '../runtime/session.mjs'
import { type DataCentre, startDataCentre } from '../telegram/server'
import { arrivals, flows } from './arrivals'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

const topics = 100
const perSecond = 200
const seconds = 15

/** Measures the link: customers write in 100 topics, 200 messages a second, until each is durable and until it is seen. */
export async function linkBench(): Promise<BenchRow[]> {
  return [...(await untilDurable()), ...(await untilVisible())]
}

/** The desk alone, without its window: until each message is durable in its ticket. */
async function untilDurable(): Promise<BenchRow[]> {
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
        value: callsSince(ground.dc, start),
        unit: 'calls',
        goal: 0,
        n: total,
      },
    ]
  } finally {
    await ground.close()
  }
}

/** The app, signed in by a person: until the message is painted in the conversation that is open. */
async function untilVisible(): Promise<BenchRow[]> {
  const desktop = await openDesktop()
  const dc = await startDataCentre({ seed: 1 })
  let launched: LaunchedDesk | null = null
  try {
    launched = await launchDesk({ desktop, dc: localAddress(dc.address), env: apiEnvironment })
    const desk = new DeskPage(launched, desktop)
    await desk.signInAsAnna(dc)
    // The compiler of tsx wraps named functions in this; in the page it is unknown.
    await desk.window.evaluate('globalThis.__name = (named) => named')
    let begun = 0
    const rows = await arrivals(desk, dc, flows.link, () => {
      begun = performance.now()
    })
    const calls = callsSince(dc, begun)
    const n = flows.link.perSecond * (flows.link.forMs / 1000)
    return [...rows, { name: 'link: calls the app made meanwhile', value: calls, unit: 'calls', goal: 0, n }]
  } finally {
    await launched?.app.close().catch(() => undefined)
    await dc.close()
    await desktop.close()
  }
}

const callsSince = (dc: DataCentre, start: number) => {
  const from = performance.timeOrigin + start
  return dc.record.calls.all.filter(({ at }) => at >= from).length
}
