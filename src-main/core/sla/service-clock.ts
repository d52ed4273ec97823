import type { ClockName } from '../../../src-preload/contract/clock'

/**
 * One clock of one ticket as a fold over its events: never ticks, never depends on now.
 * It has run `ranMs`, plus the time since `since` while that is set.
 */
export interface ServiceClock {
  readonly startedAt: number
  readonly ranMs: number
  /** Since when it runs; null while it stands or once it has ended. */
  readonly since: number | null
  /** When the promise was kept, or not owed any more; null while it is owed. */
  readonly endedAt: number | null
  /** Set where the ticket was done before anybody replied. */
  readonly isUnanswered?: true
  /**
   * What was promised when it ended, ms; null for no promise, and while it is owed: until then the promise
   * follows priority and settings from the original start, see `promisedMs`.
   */
  readonly targetMs: number | null
}

/** A ticket's clocks. A clock that never started is absent. */
export type Clocks = { readonly [C in ClockName]?: ServiceClock }

/** What has been told about a running clock, so that it is told once (R108): `first-reply:at-risk`. */
export type Noticed = `${ClockName}:${'at-risk' | 'breached'}`
