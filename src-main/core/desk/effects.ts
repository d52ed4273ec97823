import type { ClockName } from '../../../src-preload/contract/clock'

/** Something to tell the agent natively (interface.md section 11). The adapter words nothing. */
export interface Announcement {
  /** One per ticket and kind, replaced in place. */
  readonly key: string
  readonly kind:
    | 'new-ticket'
    | 'customer-wrote'
    | 'not-sent'
    | 'at-risk'
    | 'breached'
    | 'digest'
    | 'health'
    | 'test'
  readonly title: string
  readonly body: string
  readonly ticketId: string | null
  readonly urgent: boolean
  readonly actions: readonly { readonly id: 'open' | 'claim'; readonly label: string }[]
  /** For clocks: which, and when it truly happened (epoch ms). */
  readonly clock?: { readonly name: ClockName; readonly trueAt: number }
}

/** What the desk must do outside once an event is durable. Sending and waking follow from the state alone. */
export type Effect =
  | { readonly kind: 'announce'; readonly announcement: Announcement }
  | { readonly kind: 'withdraw'; readonly keys: readonly string[] }
