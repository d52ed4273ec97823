import type { Account } from '../../../src-preload/contract/session'
import type { Notice } from '../../../src-preload/contract/status'
import { theDesk } from '../../core/desk/actor'
import { isLevel } from '../../core/people/is-level'
import { nameOf } from '../../core/people/names'
import type { Clock, Log } from '../../core/ports'
import type { Accounts } from '../accounts'
import type { Desk } from '../desk'
import type { Duty } from '../duties'
import type { Reconciler } from './reconciler'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** What is compared every night, ms: the last two days. */
const spanMs = 48 * hourMs
/** How long after a start, or after a night in which it could not be done, ms. */
const againMs = 15 * minuteMs
const markOf = (accountId: string) => `reconciled:${accountId}`

/** The first half past three in the night after a moment, by this computer's own time (epoch ms). */
export function nightAfter(at: number): number {
  const night = new Date(at)
  night.setHours(3, 30, 0, 0)
  if (night.getTime() <= at) night.setDate(night.getDate() + 1)
  return night.getTime()
}

/** What the night's work needs. */
export interface NightWork {
  readonly desk: Desk
  readonly accounts: Pick<Accounts, 'of'>
  readonly reconciler: Reconciler
  readonly clock: Clock
  readonly log: Log
  /** Shows what was found. */
  readonly tell: (notice: Notice) => void
  /** When it is due next may have changed. */
  readonly replan: () => void
}

/**
 * Compares the last two days of every personal account with Telegram, each night at half past three; a computer that
 * was off then does it a while after its next start.
 */
export function nightly({ desk, accounts, reconciler, clock, log, tell, replan }: NightWork): Duty {
  const startedAt = clock.now()
  let notBefore = startedAt + againMs
  const dueAt = ({ id }: Account) => nightAfter(Number(desk.state.marks.get(markOf(id)) ?? startedAt))
  const people = () => desk.state.accounts.filter(({ kind }) => kind === 'user')

  /** False if somebody stopped it. */
  const compare = async (accountId: string): Promise<boolean> => {
    const now = clock.now()
    if (!isLevel(accounts.of(accountId).link) || reconciler.current?.state === 'running') return true
    const { state, found, repaired } = await reconciler.run(accountId, spanMs)
    if (state !== 'done') return state !== 'stopped'
    const delivery = { facts: [], people: [], accountId, marks: { [markOf(accountId)]: String(now) } }
    await desk.ask({ kind: 'receive-delivery', delivery }, theDesk)
    if (found > 0) tell(differencesNotice(accountId, nameOf(desk.state, accountId), found, repaired))
    return true
  }
  const compareAll = async () => {
    for (const account of people()) if (dueAt(account) <= clock.now() && !(await compare(account.id))) return
  }
  return {
    name: 'reconcile',
    next: () => {
      const due = people().map(dueAt)
      return due.length === 0 ? null : Math.max(Math.min(...due), notBefore)
    },
    // It may take minutes; nothing else waits for it.
    run: () => {
      notBefore = clock.now() + againMs
      void compareAll()
        .catch((error) => log.error('the night’s comparison could not be kept', error))
        .finally(replan)
    },
  }
}

function differencesNotice(accountId: string, name: string, found: number, repaired: number): Notice {
  const are = found === 1 ? '1 difference' : `${found} differences`
  const left = found - repaired
  return {
    key: `reconciled:${accountId}`,
    tone: left > 0 ? 'bad' : 'warn',
    title: `${are} between Telegram and the tickets of ${name}`,
    body:
      left === 0
        ? 'All were mended. The evidence page names each.'
        : `${repaired} mended, ${left} to look at. The evidence page names each.`,
    ticketId: null,
  }
}
