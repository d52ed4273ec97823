/** The three promises to a customer (product.md 2.18, C8). */
export const clockNames = ['first-reply', 'next-reply', 'resolution'] as const
export type ClockName = (typeof clockNames)[number]

/**
 * One clock of one ticket as facts, so that it needs no refresh: what it shows now follows from
 * {@link clockState} and the time. All times epoch ms, all spans ms.
 */
export type ClockView =
  | { readonly kind: 'none'; readonly clock: ClockName }
  | {
      readonly kind: 'running'
      readonly clock: ClockName
      readonly startedAt: number
      readonly targetMs: number
      readonly warnAt: number
      readonly dueAt: number
    }
  | {
      readonly kind: 'paused'
      readonly clock: ClockName
      readonly startedAt: number
      readonly targetMs: number
      readonly ranMs: number
    }
  | {
      readonly kind: 'met'
      readonly clock: ClockName
      readonly startedAt: number
      readonly targetMs: number
      readonly tookMs: number
    }
  | {
      /** Closed or resolved before anybody replied: neither kept nor owed any more. */
      readonly kind: 'ended'
      readonly clock: ClockName
      readonly startedAt: number
      readonly targetMs: number
      readonly tookMs: number
    }

/** The looks of an SLA badge (R97, interface.md section 6), and `ended` for a reply that is not owed any more. */
export type ClockState =
  | 'not-set'
  | 'healthy'
  | 'at-risk'
  | 'breached'
  | 'paused'
  | 'met'
  | 'met-late'
  | 'ended'

/** What a clock shows at `now` (epoch ms). */
export function clockState(view: ClockView, now: number): ClockState {
  switch (view.kind) {
    case 'none':
      return 'not-set'
    case 'paused':
      return 'paused'
    case 'ended':
      return 'ended'
    case 'met':
      return view.tookMs > view.targetMs ? 'met-late' : 'met'
    case 'running':
      if (now >= view.dueAt) return 'breached'
      return now >= view.warnAt ? 'at-risk' : 'healthy'
  }
}

/** One stretch of a clock, for "Why this SLA time" (R97): it ran or stood from `from` to `to`, and why. */
export interface ClockSegment {
  readonly runs: boolean
  readonly from: number
  /** Null while it lasts. */
  readonly to: number | null
  readonly cause: string
}

/** A clock with its whole story. `policy` is the promise's name in words, such as "High: first reply in 30m". */
export interface ClockStory {
  readonly view: ClockView
  readonly policy: string
  readonly segments: readonly ClockSegment[]
}
