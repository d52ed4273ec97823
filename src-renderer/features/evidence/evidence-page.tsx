import './evidence.css'
import { useEffect } from 'react'
import { followEvidence, useEvidence } from '../../desk/evidence-store'
import { classNames } from '../../ui/class-names'
import { SkeletonRows } from '../../ui/skeleton'
import { AccountEvidence } from './account-evidence'
import { Reconcile } from './reconcile'
import { Wakes } from './wakes'

/** The proof that nothing was lost, doubled or reordered, per account (R150, R151, R155). */
export function EvidencePage() {
  const evidence = useEvidence((state) => state.evidence)
  useEffect(followEvidence, [])
  if (evidence === null) return <SkeletonRows rows={4} label="Reading the evidence" />
  const { accounts, wakes, reconciliation } = evidence
  const isForgetting = accounts.some(({ forgetsAt }) => forgetsAt !== null)
  return (
    <div className="evidence">
      {accounts.length === 0 && (
        <p className="muted">No account is signed in, so there is nothing to count.</p>
      )}
      <div className={classNames('evidence-accounts', isForgetting && 'forgetting')}>
        {accounts.map((one) => (
          <AccountEvidence key={one.account.id} evidence={one} />
        ))}
      </div>
      <Reconcile accounts={accounts.map(({ account }) => account)} reconciliation={reconciliation} />
      <Wakes wakes={wakes} accounts={accounts.map(({ account }) => account)} />
    </div>
  )
}
