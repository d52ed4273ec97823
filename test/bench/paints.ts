import type { DeskPage } from '../e2e/desk-page'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

const rounds = 40

const now = () => performance.timeOrigin + performance.now()

/** The fixture's tickets are nobody's: the tab of mine shows no list, though its rows wait behind. */
const queueList = '[role="listbox"][aria-label="Queue"]:not([aria-hidden])'
type Wants = 'something' | 'nothing' | 'another'

/** From a key to the painted answer (ms): the frame after the one in which what was awaited had changed. */
async function keyToPaint(desk: DeskPage, key: string, selector: string, wants: Wants): Promise<number> {
  // Armed before the key is pressed: what is fetched ahead is shown in the very frame of the key.
  const armed = await desk.window.evaluateHandle(
    ([selector, wants]) => {
      const shown = () => document.querySelector(selector)?.textContent ?? ''
      const before = shown()
      const isThere = () => {
        if (wants === 'another') return shown() !== before && shown() !== ''
        return wants === 'nothing' ? shown() === '' : shown() !== ''
      }
      const painted = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`nothing changed in ${selector}`)), 5000)
        const look = () => {
          if (!isThere()) requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
        }
        look()
      })
      return { painted }
    },
    [selector, wants] as const,
  )
  const pressedAt = now()
  await desk.window.keyboard.press(key)
  const paintedAt = await armed.evaluate(({ painted }) => painted)
  await armed.dispose()
  return paintedAt - pressedAt
}

/** Single keys are deaf in text fields. */
async function leaveField(desk: DeskPage): Promise<void> {
  await desk.window.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
}

/** The queue's tabs: key to painted rows. */
export async function tabTimes(desk: DeskPage): Promise<BenchRow[]> {
  await leaveField(desk)
  const times: number[] = []
  for (let nth = 0; nth < rounds; nth++)
    times.push(
      await keyToPaint(desk, nth % 2 === 0 ? '2' : '1', queueList, nth % 2 === 0 ? 'nothing' : 'something'),
    )
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
  await desk.rows.first().click()
  for (let nth = 0; nth < rounds; nth++) {
    await leaveField(desk)
    times.push(await keyToPaint(desk, 'j', '[role="log"]', 'another'))
  }
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
