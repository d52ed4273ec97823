import { shortMomentOf } from '../../ui/time-words'

export interface HoldTime {
  readonly label: string
  /** Epoch ms; null for a hold without an end. */
  readonly until: number | null
}

const hour = 3_600_000
const workStarts = 9

/** When a hold may end, seen from `now`: soon, tomorrow morning, Monday morning, or when somebody says so. */
export function holdTimes(now: number): readonly HoldTime[] {
  const morning = (days: number) => {
    const date = new Date(now)
    date.setDate(date.getDate() + days)
    return date.setHours(workStarts, 0, 0, 0)
  }
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7
  const times = [
    { label: 'For an hour', until: now + hour },
    { label: 'For four hours', until: now + 4 * hour },
    { label: 'Until tomorrow', until: morning(1) },
    { label: 'Until Monday', until: morning(toMonday) },
  ].filter(({ until }, index, all) => all.findIndex((other) => other.until === until) === index)
  return [
    ...times.map(({ label, until }) => ({ label: `${label}, ${shortMomentOf(until, now)}`, until })),
    { label: 'Until somebody takes it off hold', until: null },
  ]
}
