import './doctor.css'
import { RefreshCw, Stethoscope } from 'lucide-react'
import { useState } from 'react'
import { useAccountList } from '../../desk/accounts-store'
import { ask } from '../../desk/ask'
import { keepDoctor, useDoctor } from '../../desk/doctor-store'
import { useNow } from '../../desk/now-store'
import { toastFailure } from '../../desk/toast-store'
import { Button } from '../../ui/button'
import { SkeletonRows } from '../../ui/skeleton'
import { shortMomentOf } from '../../ui/time-words'
import { FindingLine } from './finding-line'
import { type FindingGroup, findingGroups } from './sort-findings'

/** What keeps messages from coming in or going out, and what to do about each. */
export function DoctorPage() {
  const doctor = useDoctor((state) => state.doctor)
  const accounts = useAccountList()
  const now = useNow('minute')
  /** What is looked at now: a finding's id, or `all`. */
  const [looking, setLooking] = useState<string | null>(null)
  if (doctor === null) return <SkeletonRows rows={4} label="Reading what the doctor found" />
  const { findings, isExamining } = doctor
  const busy = isExamining || looking !== null
  const ill = findings.filter(({ state }) => state === 'bad' || state === 'warn').length
  const unknown = findings.filter(({ state }) => state === 'unknown').length
  const last = Math.max(0, ...findings.map(({ checkedAt }) => checkedAt))

  function examine(what: string, accountId: string | null) {
    setLooking(what)
    ask(window.desk.doctor.examine({ accountId }))
      .then(keepDoctor, toastFailure)
      .finally(() => setLooking(null))
  }

  return (
    <div className="doctor">
      <div className={ill + unknown === 0 && findings.length > 0 ? 'doctor-head good' : 'doctor-head'}>
        <Stethoscope size={22} />
        <div role="status" aria-label="Doctor">
          <h3>{headWords({ checks: findings.length, ill, unknown, busy })}</h3>
          {last > 0 && (
            <p className="muted">
              {findings.length} checks, last looked at {shortMomentOf(last, now)}. The desk looks by itself as
              it works.
            </p>
          )}
        </div>
        <span className="spacer" />
        <Button icon={<RefreshCw size={14} />} disabled={busy} onClick={() => examine('all', null)}>
          {looking === 'all' || isExamining ? 'Testing' : 'Test all again'}
        </Button>
      </div>
      {findingGroups(findings, accounts).map((group) => (
        <section key={group.id} aria-label={group.title}>
          <h3 className="doctor-group">
            <bdi>{group.title}</bdi>
            <span>{kindWords[group.kind]}</span>
          </h3>
          <ul>
            {group.findings.map((finding) => (
              <FindingLine
                key={finding.id}
                finding={finding}
                isLooking={looking === finding.id}
                busy={busy}
                onTest={() => examine(finding.id, finding.accountId)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const kindWords: Readonly<Record<FindingGroup['kind'], string>> = {
  computer: '',
  account: 'Account',
  group: 'Group',
}

interface HeadFacts {
  readonly checks: number
  readonly ill: number
  readonly unknown: number
  readonly busy: boolean
}

function headWords({ checks, ill, unknown, busy }: HeadFacts): string {
  if (checks === 0) return busy ? 'Looking' : 'Nothing was looked at yet'
  if (ill > 0) return ill === 1 ? 'One thing wants a look' : `${ill} things want a look`
  if (unknown === 0) return 'All is well'
  return unknown === 1
    ? 'Nothing is wrong, one thing is not known'
    : `Nothing is wrong, ${unknown} things are not known`
}
