import type { EvidenceView, Reconciliation, Tally, WakeReport } from '../../../src-preload/contract/evidence'
import type { Link } from '../../../src-preload/contract/status'
import type { DeskState } from '../desk/state'
import { isLevel } from '../people/is-level'
import { beforeKey, daysKept } from './evolve-evidence'
import { addTally, noTally } from './tally'

const dayMs = 86_400_000
/** How long Telegram keeps what it could not deliver to a bot (T3). */
export const botMemoryMs = dayMs

/** What of the evidence is known outside the journal. */
export interface EvidenceGround {
  link(accountId: string): { readonly link: Link; readonly lastHeardAt: number | null }
  readonly wakes: readonly WakeReport[]
  readonly reconciliation: Reconciliation | null
  /** Epoch ms. */
  readonly now: number
}

/** The proof that nothing was lost, per account (product.md 4.1). */
export function evidenceView(state: DeskState, ground: EvidenceGround): EvidenceView {
  const { now, wakes, reconciliation } = ground
  return {
    accounts: state.accounts.map((account) => {
      const { link, lastHeardAt } = ground.link(account.id)
      const isAway = account.kind === 'bot' && !isLevel(link) && lastHeardAt !== null
      return {
        account,
        ...{ link, lastHeardAt },
        forgetsAt: isAway ? lastHeardAt + botMemoryMs : null,
        today: tallyOfDays(state, account.id, now, 1),
        week: tallyOfDays(state, account.id, now, 7),
        all: tallyOfAll(state, account.id, now),
      }
    }),
    ...{ wakes, reconciliation },
  }
}

/** What was counted for an account in the last `days` days, today among them (UTC). */
export function tallyOfDays(state: DeskState, accountId: string, now: number, days: number): Tally {
  let sum = noTally
  for (let back = 0; back < days; back++) {
    const day = new Date(now - back * dayMs).toISOString().slice(0, 10)
    sum = addTally(sum, state.evidence.get(`${accountId}/${day}`) ?? {})
  }
  return sum
}

/** What was ever counted for an account. */
export function tallyOfAll(state: DeskState, accountId: string, now: number): Tally {
  const before = state.evidence.get(beforeKey(accountId)) ?? {}
  return addTally(tallyOfDays(state, accountId, now, daysKept + 1), before)
}
