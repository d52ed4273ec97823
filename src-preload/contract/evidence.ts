import { z } from 'zod'
import type { Account } from './session'
import type { Link } from './status'

/** What came and went between Telegram and the tickets, counted (product.md 4.1; R150, R155). */
export interface Tally {
  /** Messages taken in. */
  readonly received: number
  /** Told again, and left out. */
  readonly duplicates: number
  /** Taken in only because the desk asked what it had missed. */
  readonly recovered: number
  readonly gapsFound: number
  readonly gapsClosed: number
  /** Tickets opened. */
  readonly created: number
  /** Replies that reached Telegram. */
  readonly sent: number
  /** Replies of which nobody can tell whether they did. */
  readonly uncertain: number
}

/** What happened to one account's stream since the desk woke or came back online. Times epoch ms. */
export interface WakeReport {
  readonly accountId: string
  readonly awayFrom: number
  readonly backAt: number
  readonly tally: Tally
}

/** One difference between Telegram's history and the tickets, and whether it could be mended. */
export interface Difference {
  readonly kind: 'missing' | 'edited' | 'deleted' | 'unknown-to-telegram'
  /** Where: the topic's or the person's name. */
  readonly place: string
  readonly ticketId: string | null
  readonly code: string | null
  /** Number of the message in its chat. */
  readonly number: number
  /** Epoch ms; null if not known. */
  readonly at: number | null
  readonly repaired: boolean
}

/** A comparison of Telegram's history with the tickets (R151), for personal accounts: bots may not read history. */
export interface Reconciliation {
  readonly accountId: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  /** The period compared, epoch ms. */
  readonly from: number
  readonly to: number
  readonly startedAt: number
  readonly endedAt: number | null
  /** Messages compared so far. */
  readonly checked: number
  /** The first 200. */
  readonly differences: readonly Difference[]
  readonly found: number
  readonly repaired: number
  readonly why: string | null
}

/** The proof that nothing was lost, per account. */
export interface EvidenceView {
  readonly accounts: readonly {
    readonly account: Account
    readonly link: Link
    readonly lastHeardAt: number | null
    /** For bots: when Telegram begins to forget what it could not deliver (epoch ms); null while connected (T3). */
    readonly forgetsAt: number | null
    readonly today: Tally
    readonly week: Tally
    readonly all: Tally
  }[]
  readonly wakes: readonly WakeReport[]
  readonly reconciliation: Reconciliation | null
}

/** Which account to compare with Telegram, and how many days back. */
export const reconcileInput = z.strictObject({
  accountId: z.string().min(1).max(32),
  /** How far back, in days. */
  days: z.number().int().min(1).max(365),
})
