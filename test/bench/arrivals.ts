import { until } from '../demo/until'
import type { DeskPage } from '../e2e/desk-page'
import type { DataCentre } from '../telegram/server'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

/** How long messages flow, ms, and how many topics they go to; the first is the one on the screen. */
const flowMs = { slow: 20_000, fast: 5_000 }
const topicCount = 50
/** Every so many messages one goes to the open conversation and is timed. */
const timedEvery = 50

const now = () => performance.timeOrigin + performance.now()

/**
 * From the customer's send to the message painted in the open conversation, while messages come at a rate.
 * Both ends run on this machine's clock; the data centre shares its processors.
 */
export async function arrivals(desk: DeskPage, dc: DataCentre, perSecond: number): Promise<BenchRow[]> {
  const title = `Bench at ${perSecond}`
  const lena = dc.customers.byName('Lena')
  const topics = Array.from({ length: perSecond > 1 ? topicCount : 1 }, (_, nth) =>
    lena.openTopic(dc.workspace.help, nth === 0 ? title : `${title}, ${nth}`, 'First'),
  )
  await desk.window.keyboard.press('Escape')
  await until(
    async () =>
      ((await desk.call('queue', 'search', { text: title, limit: 50 })) as unknown[]).length ===
      topics.length,
    'the tickets',
  )
  const found = (await desk.call('queue', 'search', { text: title, limit: 50 })) as {
    id: string
    title: string
  }[]
  const ticketId = found.find((row) => row.title === title)?.id ?? ''
  await desk.show(ticketId)
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
  const total = Math.round(((perSecond > 1 ? flowMs.fast : flowMs.slow) / 1000) * perSecond)
  const start = performance.now()
  for (let nth = 0; nth < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * perSecond) + 1)
    for (; nth < due; nth++) {
      const isTimed = perSecond === 1 || nth % timedEvery === 0
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
  const at = `at ${perSecond.toLocaleString('en')} a second`
  return [
    {
      name: `app: arrival to visible ${at} p50`,
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: null,
      n: times.length,
    },
    {
      name: `app: arrival to visible ${at} p99`,
      value: percentile(times, 0.99),
      unit: 'ms',
      goal: 100,
      n: times.length,
    },
  ]
}
