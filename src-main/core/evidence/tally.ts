import type { Tally } from '../../../src-preload/contract/evidence'

/** Nothing counted yet. */
export const noTally: Tally = {
  received: 0,
  duplicates: 0,
  recovered: 0,
  gapsFound: 0,
  gapsClosed: 0,
  created: 0,
  sent: 0,
  uncertain: 0,
}

/** Two counts together; what `more` leaves out adds nothing. */
export function addTally(tally: Tally, more: Partial<Tally>): Tally {
  const sum: Record<keyof Tally, number> = { ...tally }
  for (const name of Object.keys(noTally) as (keyof Tally)[]) sum[name] += more[name] ?? 0
  return sum
}

/** What came between two readings of a growing count. */
export function tallySince(now: Tally, before: Tally): Tally {
  const rest: Record<keyof Tally, number> = { ...now }
  for (const name of Object.keys(noTally) as (keyof Tally)[]) rest[name] -= before[name]
  return rest
}
