import type { TicketRow } from '../../src-preload/contract/ticket'
import { until } from '../demo/until'
import type { DeskPage } from '../e2e/desk-page'
import type { Desktop } from '../runtime/session.mjs'
import type { DataCentre } from '../telegram/server'
import { percentile } from './percentile'
import type { BenchRow } from './store-bench'

const count = 12
const promiseMs = 4_000
const apartMs = 400

/** How long after a promise was broken the notification service showed it. */
export async function lateness(desk: DeskPage, dc: DataCentre, desktop: Desktop): Promise<BenchRow[]> {
  const promise = { firstReplyMs: promiseMs, nextReplyMs: null, resolutionMs: null }
  await desk.call('settings', 'change', {
    promises: { medium: promise },
    notifications: { newTicket: false, customerWrote: false, atRisk: false, breached: true },
  })
  const osei = dc.customers.byName('Osei')
  const due = new Map<string, number>()
  for (let nth = 0; nth < count; nth++) {
    const title = `Late ${nth} of the bench`
    osei.openTopic(dc.workspace.help, title, 'Waiting')
    const row = await until(async () => {
      const [found] = (await desk.call('queue', 'search', { text: title, limit: 1 })) as TicketRow[]
      return found
    }, title)
    if (row.clock.kind === 'running') due.set(row.code, row.clock.dueAt)
    await new Promise((resolve) => setTimeout(resolve, apartMs))
  }
  const times = await until(() => {
    const shown = (desktop.notifications?.shown() ?? []).filter(({ summary }) => /is overdue/.test(summary))
    const times = shown.flatMap(({ summary, at }) => {
      const dueAt = due.get(summary.slice(0, 6))
      return dueAt === undefined ? [] : [at - dueAt]
    })
    return times.length >= due.size && times
  }, 'the notifications')
  return [
    {
      name: 'app: notification lateness awake p50',
      value: percentile(times, 0.5),
      unit: 'ms',
      goal: null,
      n: times.length,
    },
    {
      name: 'app: notification lateness awake p99',
      value: percentile(times, 0.99),
      unit: 'ms',
      goal: 50,
      n: times.length,
    },
  ]
}
