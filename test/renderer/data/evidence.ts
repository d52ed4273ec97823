import { noTally } from '../../../src-main/core/evidence/tally'
import type { Difference, EvidenceView, Reconciliation, Tally } from '../../../src-preload/contract/evidence'
import { annasOwn, bot } from './accounts'
import { day, hour, minute, now } from './now'

export const tally = (part: Partial<Tally>): Tally => ({ ...noTally, ...part })

/** A desk where all is accounted for. */
export const soundEvidence: EvidenceView = {
  accounts: [
    {
      account: bot,
      link: { kind: 'live' },
      lastHeardAt: now - 2000,
      forgetsAt: null,
      today: tally({
        received: 148,
        duplicates: 3,
        recovered: 12,
        gapsFound: 2,
        gapsClosed: 2,
        created: 19,
        sent: 96,
      }),
      week: tally({
        received: 1204,
        duplicates: 31,
        recovered: 44,
        gapsFound: 9,
        gapsClosed: 9,
        created: 163,
        sent: 871,
      }),
      all: tally({
        received: 48_210,
        duplicates: 902,
        recovered: 1377,
        gapsFound: 204,
        gapsClosed: 204,
        created: 6120,
        sent: 33_018,
      }),
    },
  ],
  wakes: [
    {
      accountId: bot.id,
      awayFrom: now - 9 * hour,
      backAt: now - 2 * hour,
      tally: tally({ received: 14, recovered: 12, gapsFound: 1, gapsClosed: 1, created: 2 }),
    },
    { accountId: bot.id, awayFrom: now - 2 * day, backAt: now - 2 * day + 20 * minute, tally: noTally },
  ],
  reconciliation: null,
}

const difference = (part: Partial<Difference>): Difference => ({
  kind: 'missing',
  place: 'Charged twice for March',
  ticketId: 't-DSA312',
  code: 'DSA312',
  number: 4711,
  at: now - 5 * hour,
  repaired: true,
  ...part,
})

export const comparison: Reconciliation = {
  accountId: annasOwn.id,
  state: 'done',
  from: now - 7 * day,
  to: now,
  startedAt: now - 3 * minute,
  endedAt: now - 2 * minute,
  checked: 1204,
  differences: [
    difference({}),
    difference({ kind: 'edited', number: 4712, at: now - 26 * hour }),
    difference({
      kind: 'deleted',
      place: 'App shows my bike offline after update',
      ticketId: 't-KPT417',
      code: 'KPT417',
      number: 4720,
    }),
    difference({
      kind: 'unknown-to-telegram',
      place: 'Ingrid',
      ticketId: null,
      code: null,
      number: 18,
      at: null,
      repaired: false,
    }),
  ],
  found: 4,
  repaired: 3,
  why: null,
}

/** Two accounts; the bot has been offline for hours, a gap is open, and a comparison has found something. */
export const troubledEvidence: EvidenceView = {
  accounts: [
    ...soundEvidence.accounts.map((one) => ({
      ...one,
      link: { kind: 'offline', since: now - 3 * hour } as const,
      lastHeardAt: now - 3 * hour,
      forgetsAt: now + 21 * hour,
      today: { ...one.today, gapsClosed: 1, uncertain: 1 },
      week: { ...one.week, gapsClosed: 8, uncertain: 1 },
      all: { ...one.all, gapsClosed: 203, uncertain: 1 },
    })),
    {
      account: annasOwn,
      link: { kind: 'live' },
      lastHeardAt: now - 40_000,
      forgetsAt: null,
      today: tally({ received: 4, sent: 3 }),
      week: tally({ received: 22, created: 2, sent: 17 }),
      all: tally({ received: 310, duplicates: 2, created: 12, sent: 240 }),
    },
  ],
  wakes: soundEvidence.wakes,
  reconciliation: comparison,
}
