import { Sunrise } from 'lucide-react'
import type { WakeReport } from '../../../src-preload/contract/evidence'
import type { Account } from '../../../src-preload/contract/session'
import { accountHandle } from '../../desk/account-words'
import { useNow } from '../../desk/now-store'
import { spanWords } from '../../ui/span-words'
import { momentOf } from '../../ui/time-words'
import { meanwhileWords } from './wake-words'

interface WakesProps {
  readonly wakes: readonly WakeReport[]
  readonly accounts: readonly Account[]
}

/** The last times the desk was away, newest first, and what came of each. */
export function Wakes({ wakes, accounts }: WakesProps) {
  const now = useNow('minute')
  return (
    <section className="evidence-part" aria-label="Times away">
      <h3>Times away</h3>
      {wakes.length === 0 && <p className="muted">None.</p>}
      <ul className="wakes">
        {[...wakes]
          .sort((one, other) => other.backAt - one.backAt)
          .map(({ accountId, awayFrom, backAt, tally }) => {
            const account = accounts.find(({ id }) => id === accountId)
            const isOpen = tally.gapsFound > tally.gapsClosed
            return (
              <li key={`${accountId} ${backAt}`}>
                <Sunrise size={15} />
                <span>
                  {momentOf(backAt, now)}, after {spanWords(backAt - awayFrom)}
                </span>
                <bdi className="clip muted">{account ? accountHandle(account) : 'An account of before'}</bdi>
                <span className="wake-came">{meanwhileWords(tally)}</span>
                <span className={isOpen ? 'worry' : 'muted'}>
                  {isOpen
                    ? `${tally.gapsFound - tally.gapsClosed} open`
                    : tally.recovered > 0
                      ? `${tally.recovered} recovered`
                      : 'Nothing missing'}
                </span>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
