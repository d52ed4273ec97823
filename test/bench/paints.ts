import type { DeskPage } from '../e2e/desk-page'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

const rounds = 40

/** From a key to the painted answer (ms), as the page itself sees it: the second frame after what was awaited. */
async function keyToPaint(desk: DeskPage, key: string, changes: string): Promise<number> {
  const measured = desk.window.evaluate((selector) => {
    return new Promise<number>((resolve) => {
      let pressedAt = 0
      const before = document.querySelector(selector)?.textContent ?? ''
      addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { once: true, capture: true })
      const look = () => {
        const now = document.querySelector(selector)?.textContent ?? ''
        if (pressedAt === 0 || now === before) return requestAnimationFrame(look)
        requestAnimationFrame(() => resolve(performance.now() - pressedAt))
        return 0
      }
      look()
    })
  }, changes)
  await desk.window.keyboard.press(key)
  return measured
}

/** The queue's tabs: key to painted rows. */
export async function tabTimes(desk: DeskPage): Promise<BenchRow[]> {
  await desk.rows.first().click()
  await desk.window.keyboard.press('Escape')
  const times: number[] = []
  for (let nth = 0; nth < rounds; nth++)
    times.push(await keyToPaint(desk, nth % 2 === 0 ? '4' : '1', '[role="listbox"][aria-label="Queue"]'))
  return [
    {
      name: 'app: queue tab, key to paint p95',
      value: percentile(times, 0.95),
      unit: 'ms',
      goal: 32,
      n: rounds,
    },
  ]
}

/** The next ticket: key to its painted conversation, never shown before. */
export async function switchTimes(desk: DeskPage): Promise<BenchRow[]> {
  const times: number[] = []
  for (let nth = 0; nth < rounds; nth++) times.push(await keyToPaint(desk, 'j', '[role="log"]'))
  return [
    {
      name: 'app: ticket switch, key to paint p50',
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: null,
      n: rounds,
    },
    {
      name: 'app: ticket switch, key to paint p98',
      value: percentile(times, 0.98),
      unit: 'ms',
      goal: 50,
      n: rounds,
    },
  ]
}

/** A note from the window to the disk and back. */
export async function noteAcks(desk: DeskPage): Promise<BenchRow[]> {
  const n = 300
  const times = await desk.window.evaluate(async (count) => {
    const page = await window.desk.queue.page({ view: 'all', from: 0, count: 1 })
    const ticketId = page.ok ? (page.value.rows[0]?.id ?? '') : ''
    const times: number[] = []
    for (let nth = 0; nth < count; nth++) {
      const start = performance.now()
      await window.desk.conversation.note({ ticketId, noteId: crypto.randomUUID(), text: `bench ${nth}` })
      times.push(performance.now() - start)
    }
    return times
  }, n)
  return [
    { name: 'app: note from window to durable p50', value: percentile(times, 0.5), unit: 'ms', goal: 2, n },
    { name: 'app: note from window to durable p99', value: percentile(times, 0.99), unit: 'ms', goal: 10, n },
  ]
}
