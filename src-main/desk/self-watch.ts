import type { Link } from '../../src-preload/contract/status'
import type { Clock, Journal, Log, Secrets } from '../core/ports'
import type { Accounts } from './accounts'
import type { Announcer } from './announcer'
import type { Tell } from './broadcaster'
import type { Commit, Desk } from './desk'
import { Doctor } from './doctor/doctor'
import { Duties } from './duties'
import { Evidence } from './evidence/evidence'
import type { TimeKeeper } from './time-keeper'

/** What the desk watches itself with. */
export interface SelfWatchParts {
  readonly desk: Desk
  readonly journal: Journal
  readonly accounts: Accounts
  readonly announcer: Announcer
  readonly time: Pick<TimeKeeper, 'planDuty'>
  readonly secrets: Pick<Secrets, 'keyring'>
  readonly freeBytes: () => Promise<number | null>
  readonly clock: Clock
  readonly log: Log
  readonly tell: Tell
}

/** How the desk watches itself: the evidence that nothing is lost, the doctor, and when both have something to do. */
export class SelfWatch {
  readonly duties: Duties
  readonly evidence: Evidence
  readonly doctor: Doctor

  constructor(parts: SelfWatchParts) {
    this.duties = new Duties(parts.time, parts.log)
    const { duties } = this
    this.evidence = new Evidence({ ...parts, duties })
    this.doctor = new Doctor({ ...parts, duties })
  }

  committed(commit: Commit): void {
    this.evidence.committed(commit)
    this.doctor.committed(commit)
  }

  linkChanged(accountId: string, link: Link): void {
    this.evidence.linkChanged(accountId, link)
    this.doctor.linkChanged(accountId, link)
  }

  heard(accountId: string): void {
    this.evidence.heard(accountId)
  }

  /** While the journal still takes what must be known at the next start. */
  async stop(): Promise<void> {
    this.doctor.stop()
    await this.evidence.stop()
  }
}
