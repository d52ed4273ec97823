import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Tally } from '../../src-preload/contract/evidence'
import { out } from '../runtime/paths.mjs'

/** A notification as the notification service showed it, and how long after its moment (ms). */
export interface Notified {
  readonly summary: string
  readonly body: string
  readonly latenessMs: number
}

/** How one way in went. Spans in ms: until the ticket was in the window, and from the answer to the customer. */
export interface Way {
  readonly created: boolean
  readonly answered: boolean
  readonly createdMs: number
  readonly answeredMs: number
}

/** What the desk can prove of one account, over its whole time. */
export interface Proof extends Tally {
  readonly account: string
  readonly gapsOpen: number
}

/** What the demo saw. Spans in ms. */
export interface Summary {
  readonly electron: string
  /** From the customer's send to the ticket visible in the window. */
  readonly ticketCreatedMs: number
  /** From the agent's send to what the customer received. */
  readonly replyDeliveredMs: number
  readonly atRiskNotified: Notified
  readonly breachNotified: Notified
  /** After a kill and a start: what is there, compared with what Telegram has. */
  readonly restart: {
    readonly tickets: number
    readonly messages: number
    readonly lost: number
    readonly doubled: number
  }
  readonly intake: { readonly topic: Way; readonly bot: Way; readonly privateChat: Way }
  /** Per account, read after the start. */
  readonly evidence: { readonly accounts: readonly Proof[]; readonly gapsOpen: number }
  readonly screenshots: readonly string[]
}

export const summaryPath = out('demo/summary.json')

export function writeSummary(summary: Summary): void {
  mkdirSync(dirname(summaryPath), { recursive: true })
  writeFileSync(summaryPath, `${JSON.stringify(summary, null, 2)}\n`)
}
