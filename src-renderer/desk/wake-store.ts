import { create } from 'zustand'
import type { Events } from '../../src-preload/contract/events'

export type Wake = Events['woke']

/** What came while the desk was away, one entry per account, until the agent has seen it. */
export const useWakes = create<{ readonly wakes: readonly Wake[] }>(() => ({ wakes: [] }))

const tallyKeys = [
  'received',
  'duplicates',
  'recovered',
  'gapsFound',
  'gapsClosed',
  'created',
  'sent',
  'uncertain',
] as const

/** Adds a report. One about the same absence, or a later one of the same account, joins what is unread. */
export function addWake(wakes: readonly Wake[], wake: Wake): readonly Wake[] {
  const before = wakes.find(({ accountId }) => accountId === wake.accountId)
  if (before === undefined) return [...wakes, wake]
  const isSame = before.awayFrom === wake.awayFrom
  const tally = isSame
    ? wake.tally
    : {
        ...wake.tally,
        ...Object.fromEntries(tallyKeys.map((key) => [key, before.tally[key] + wake.tally[key]])),
      }
  const joined = { ...wake, awayFrom: Math.min(before.awayFrom, wake.awayFrom), tally }
  return wakes.map((one) => (one === before ? joined : one))
}

/** Listens to accounts that are level with Telegram again. Answers how to stop. */
export function followWakes(): () => void {
  return window.desk.on('woke', (wake) => useWakes.setState(({ wakes }) => ({ wakes: addWake(wakes, wake) })))
}

/** The agent has seen them. */
export function dismissWakes(): void {
  useWakes.setState({ wakes: [] })
}
