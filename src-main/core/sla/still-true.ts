import type { Settings } from '../../../src-preload/contract/settings'
import { deadlines, type Promised } from './deadlines'
import type { Noticed } from './service-clock'

/**
 * What was told about a ticket's clocks and still holds at `at` (epoch ms), after promise or priority changed.
 * The rest is forgotten, so that a promise that is longer now is told of again when its time comes.
 */
export function stillTrue(
  ticket: Promised & { readonly noticed: readonly Noticed[] },
  settings: Settings,
  at: number,
): readonly Noticed[] {
  const holds = new Set<Noticed>()
  for (const { clock, warnAt, dueAt } of deadlines(ticket, settings)) {
    if (warnAt <= at) holds.add(`${clock}:at-risk`)
    if (dueAt <= at) holds.add(`${clock}:breached`)
  }
  return ticket.noticed.filter((noticed) => holds.has(noticed))
}
