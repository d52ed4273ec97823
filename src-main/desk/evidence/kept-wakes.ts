import type { WakeReport } from '../../../src-preload/contract/evidence'
import { theDesk } from '../../core/desk/actor'
import type { DeskState } from '../../core/desk/state'
import type { Desk } from '../desk'

/** How many absences are kept, of all accounts together. */
export const wakesKept = 50

const markOf = (place: number) => `away:${place}`

/** The absences that are kept as marks, one in each, newest first. */
export function keptWakes({ marks }: Pick<DeskState, 'marks'>): readonly WakeReport[] {
  return inPlaces(marks)
    .flatMap((report) => report ?? [])
    .sort((one, other) => other.backAt - one.backAt)
}

/** Keeps an absence over restarts too, in the place of the oldest. */
export async function keepWake(desk: Pick<Desk, 'state' | 'ask'>, report: WakeReport): Promise<void> {
  const backAt = inPlaces(desk.state.marks).map((one) => one?.backAt ?? Number.NEGATIVE_INFINITY)
  const place = backAt.indexOf(Math.min(...backAt))
  const marks = { [markOf(place)]: JSON.stringify(report) }
  const delivery = { facts: [], people: [], accountId: report.accountId, marks }
  await desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
}

function inPlaces(marks: DeskState['marks']): readonly (WakeReport | null)[] {
  return Array.from({ length: wakesKept }, (_, place) => {
    const text = marks.get(markOf(place))
    return text === undefined ? null : (JSON.parse(text) as WakeReport)
  })
}
