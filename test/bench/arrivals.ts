import { until } from '../demo/until'
import type { DeskPage } from '../e2e/desk-page'
import type { DataCentre } from '../telegram/server'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

/** How messages flow into the window. */
export interface Flow {
  /** How the rows of this flow are called. */
  readonly name: string
  readonly perSecond: number
  readonly forMs: number
  /** Where they go; the first is the conversation on the screen. */
  readonly topics: number
  /** Every so many messages one goes to the open conversation and is timed. */
  readonly timedEvery: number
}

/** One message a second, or as many as the desk is to take. */
export const flows: Readonly<Record<'slow' | 'fast' | 'link', Flow>> = {
  slow: {
    ...{ name: 'app: arrival to visible at 1 a second', perSecond: 1, forMs: 20_000 },
    topics: 1,
    timedEvery: 1,
  },
  fast: {
    ...{ name: 'app: arrival to visible at 1,000 a second', perSecond: 1_000, forMs: 5_000 },
    ...{ topics: 50, timedEvery: 50 },
  },
  link: {
    ...{ name: 'link: arrival to visible, 200 msg/s in 100 topics', perSecond: 200, forMs: 15_000 },
    ...{ topics: 100, timedEvery: 10 },
  },
}

const now = () => performance.timeOrigin + performance.now()

/**
 * From the customer's send to the message painted in the open conversation, while messages come at a rate.
 * Both ends run on this machine's clock; the data centre shares its processors.
 */
export async function arrivals(
  desk: DeskPage,
  dc: DataCentre,
  flow: Flow,
  begins: () => void = () => undefined,
): Promise<BenchRow[]> {
  const { name, perSecond, forMs, timedEvery } = flow
  const title = `Bench at ${perSecond}`
  const lena = dc.customers.byName('Lena')
  const topics = Array.from({ length: flow.topics }, (_, nth) =>
    lena.openTopic(dc.workspace.help, nth === 0 ? title : `Crowd at ${perSecond}, ${nth}`, 'First'),
  )
  await desk.window.keyboard.press('Escape')
  const ticketOf = async (text: string) =>
    ((await desk.call('queue', 'search', { text, limit: 50 })) as { id: string; title: string }[]).find(
      (row) => row.title === text,
    )
  const last = flow.topics > 1 ? `Crowd at ${perSecond}, ${flow.topics - 1}` : title
  await until(async () => (await ticketOf(last)) !== undefined, 'the tickets')
  await desk.show((await ticketOf(title))?.id ?? '')
  await desk.window.getByRole('region', { name: title, exact: true }).waitFor()
  await desk.window.evaluate(() => {
    const seen: Record<string, number> = {}
    Object.assign(globalThis, { benchSeen: seen })
    const log = document.querySelector('[role="log"]')
    const look = () => {
      for (const [text] of (log?.textContent ?? '').matchAll(/timed-\d+-/g))
        if (!(text in seen)) seen[text] = performance.timeOrigin + performance.now()
    }
    if (log)
      new MutationObserver(() => requestAnimationFrame(look)).observe(log, {
        subtree: true,
        childList: true,
        characterData: true,
      })
  })

  const sent = new Map<string, number>()
  const total = Math.round((forMs / 1000) * perSecond)
  begins()
  const start = performance.now()
  for (let nth = 0; nth < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * perSecond) + 1)
    for (; nth < due; nth++) {
      const isTimed = nth % timedEvery === 0
      const topic = topics[isTimed ? 0 : nth % topics.length]
      const text = isTimed ? `timed-${nth}-` : `message ${nth}`
      if (isTimed) sent.set(text, now())
      if (topic) lena.write(topic, text)
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const seen = await until(async () => {
    const found = await desk.window.evaluate(
      () => (globalThis as unknown as { benchSeen: Record<string, number> }).benchSeen,
    )
    return Object.keys(found).length >= sent.size * 0.9 && found
  }, `the messages to be seen at ${perSecond} a second`)
  const times = [...sent].flatMap(([text, at]) => (text in seen ? [(seen[text] ?? 0) - at] : []))
  const n = times.length
  return [
    { name: `${name} p50`, value: percentile(times, 0.5), unit: 'ms', goal: null, n },
    { name: `${name} p99`, value: percentile(times, 0.99), unit: 'ms', goal: 100, n },
  ]
}
