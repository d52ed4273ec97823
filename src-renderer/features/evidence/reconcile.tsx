import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { EvidenceView, Reconciliation } from '../../../src-preload/contract/evidence'
import type { Outcome } from '../../../src-preload/contract/outcome'
import type { Account } from '../../../src-preload/contract/session'
import { accountHandle } from '../../desk/account-words'
import { useAccountList } from '../../desk/accounts-store'
import { ask, failureOf } from '../../desk/ask'
import { keepEvidence } from '../../desk/evidence-store'
import { useNow } from '../../desk/now-store'
import { cleanLine } from '../../desk/plain-text'
import { Button } from '../../ui/button'
import { Select } from '../../ui/select'
import { FieldError } from '../../ui/text-field'
import { dateOf, momentOf } from '../../ui/time-words'
import { comparedWords, notComparedWords } from './compared-words'
import { Differences } from './differences'

const spans = [
  { value: '1', label: 'The last day' },
  { value: '7', label: 'The last 7 days' },
  { value: '30', label: 'The last 30 days' },
  { value: '90', label: 'The last 90 days' },
  { value: '365', label: 'The last year' },
] as const
type Span = (typeof spans)[number]['value']

interface ReconcileProps {
  readonly accounts: readonly Account[]
  readonly reconciliation: Reconciliation | null
}

/** Compares Telegram's history with the tickets, names every difference, and mends what it may. */
export function Reconcile({ accounts, reconciliation }: ReconcileProps) {
  const personal = accounts.filter(({ kind }) => kind === 'user')
  const groups = useAccountList().flatMap((one) => one.groups)
  const [days, setDays] = useState<Span>('7')
  const [wanted, setWanted] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const account = personal.find(({ id }) => id === wanted) ?? personal[0]
  const isRunning = reconciliation?.state === 'running'

  function tell(answer: Promise<Outcome<EvidenceView>>) {
    setBusy(true)
    setRefused(null)
    ask(answer)
      .then(keepEvidence, (thrown: unknown) => setRefused(failureOf(thrown).message))
      .finally(() => setBusy(false))
  }

  return (
    <section className="evidence-part" aria-label="Compare with Telegram">
      <h3>Compare with Telegram</h3>
      <p className="evidence-lead">{account ? comparedWords(accounts) : notComparedWords(groups)}</p>
      {account && (
        <div className="reconcile-tools">
          {personal.length > 1 && (
            <Select
              label="Account to compare"
              value={account.id}
              onChange={setWanted}
              disabled={isRunning}
              options={personal.map((one) => ({ value: one.id, label: accountHandle(one) }))}
            />
          )}
          <Select
            label="Period to compare"
            value={days}
            onChange={setDays}
            disabled={isRunning}
            options={spans}
          />
          {isRunning ? (
            <Button disabled={busy} onClick={() => tell(window.desk.evidence.stopReconciling())}>
              Stop
            </Button>
          ) : (
            <Button
              look="primary"
              disabled={busy}
              onClick={() =>
                tell(window.desk.evidence.reconcile({ accountId: account.id, days: Number(days) }))
              }
            >
              Compare
            </Button>
          )}
        </div>
      )}
      {refused && <FieldError>{refused}</FieldError>}
      {reconciliation && <Result of={reconciliation} accounts={accounts} />}
    </section>
  )
}

function Result(props: { readonly of: Reconciliation; readonly accounts: readonly Account[] }) {
  const { of, accounts } = props
  const now = useNow('minute')
  const { state, from, to, checked, differences, found, repaired, why, endedAt } = of
  const account = accounts.find(({ id }) => id === of.accountId)
  const period = `${dateOf(from, now)} to ${dateOf(to, now)}`
  const compared = `${checked.toLocaleString('en-GB')} ${checked === 1 ? 'message' : 'messages'} compared`
  const isWell = found === repaired
  return (
    <div className="reconcile-result">
      <div role="status" aria-label="Comparison">
        {state === 'running' ? (
          <>
            <p>
              Comparing {period}: {compared}
              {found > 0 && `, ${differenceWords(found)} so far`}
            </p>
            <div className="reconcile-track" aria-hidden="true">
              <i />
            </div>
          </>
        ) : (
          <p className={isWell && state === 'done' ? 'good' : 'warn'}>
            {isWell && state === 'done' ? <CircleCheck size={15} /> : <TriangleAlert size={15} />}
            <span>
              {state === 'failed' &&
                `The comparison could not go on: ${cleanLine(why ?? 'Telegram did not answer')}. `}
              {state === 'stopped' && 'Stopped. '}
              {found === 0
                ? `No difference in ${period}, ${compared}.`
                : `${differenceWords(found)} in ${period}, ${repaired === found ? 'all' : repaired} mended. ${compared}.`}
              {endedAt !== null && (
                <span className="muted">
                  {' '}
                  {account && <bdi>{accountHandle(account)}</bdi>}
                  {account && ', '}
                  {momentOf(endedAt, now)}
                </span>
              )}
            </span>
          </p>
        )}
      </div>
      {differences.length > 0 && <Differences differences={differences} found={found} now={now} />}
    </div>
  )
}

const differenceWords = (found: number) =>
  found === 1 ? '1 difference' : `${found.toLocaleString('en-GB')} differences`
