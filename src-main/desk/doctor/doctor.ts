import type { DoctorView, Finding } from '../../../src-preload/contract/doctor'
import type { Link } from '../../../src-preload/contract/status'
import { asidesAt } from '../../core/doctor/aside-finding'
import { findingNotice, findings, turnedBad, turnedWell } from '../../core/doctor/findings'
import { isLevel } from '../../core/people/is-level'
import type { AccountHealth, Clock, Journal, Log, Secrets } from '../../core/ports'
import type { Accounts, Door } from '../accounts'
import type { Tell } from '../broadcaster'
import { Bulletin } from '../bulletin'
import type { Commit, Desk } from '../desk'
import type { Duties } from '../duties'
import { takeUpAsides } from './take-up'

/** How often the doctor looks by itself, ms. */
const everyMs = 10 * 60_000
const tellMs = 250

/** What the doctor looks at, and through what. */
export interface DoctorParts {
  readonly desk: Desk
  readonly journal: Pick<Journal, 'find' | 'latest' | 'read'>
  readonly accounts: Accounts
  readonly secrets: Pick<Secrets, 'keyring'>
  readonly freeBytes: () => Promise<number | null>
  readonly duties: Duties
  readonly clock: Clock
  readonly log: Log
  readonly tell: Tell
}

interface Examination {
  readonly health: AccountHealth
  readonly at: number
}

/**
 * Looks whether every account and group can do what the desk needs: when an account is first level, when something
 * is followed, every ten minutes, and when asked. What turns bad is told once.
 */
export class Doctor {
  private readonly examined = new Map<string, Examination>()
  /** Accounts that were level since they signed in, and the groups they were not in when looked at last. */
  private readonly met = new Map<string, string>()
  private freeBytes: number | null = null
  private findings: readonly Finding[] = []
  private examining = 0
  private lastAt: number
  private isStopped = false
  private readonly bulletin: Bulletin<DoctorView>

  constructor(private readonly parts: DoctorParts) {
    this.lastAt = parts.clock.now()
    this.bulletin = new Bulletin(
      () => this.view(),
      (view) => parts.tell('doctor-changed', view),
      tellMs,
    )
    parts.duties.add({
      name: 'doctor',
      next: () => this.lastAt + everyMs,
      // Telegram may take its time; nothing else waits for it.
      run: () => {
        this.lastAt = parts.clock.now()
        void this.examine(null)
      },
    })
  }

  view(): DoctorView {
    return { findings: this.findings, isExamining: this.examining > 0 }
  }

  /** Looks anew, at one account or all; resolves when all findings are in. */
  async examine(accountId: string | null): Promise<DoctorView> {
    const { accounts, clock } = this.parts
    this.lastAt = clock.now()
    this.parts.duties.plan('doctor')
    this.examining++
    this.bulletin.mayDiffer()
    try {
      const doors = accounts.all.filter((door) => accountId === null || door.accountId === accountId)
      await Promise.all([this.lookAtDisk(), ...doors.map((door) => this.ask(door))])
    } finally {
      this.examining--
    }
    this.judge()
    return this.view()
  }

  /** Offers the desk once more what it could not take in, and looks anew; resolves when all findings are in. */
  async test(accountId: string | null): Promise<DoctorView> {
    const doors = this.parts.accounts.all.filter((door) => accountId === null || door.accountId === accountId)
    this.examining++
    this.bulletin.mayDiffer()
    try {
      for (const door of doors) if (isLevel(door.link)) await takeUpAsides(door, true, this.parts)
    } finally {
      this.examining--
    }
    return this.examine(accountId)
  }

  /** Accounts, groups or what could not be taken in changed: what there is to look at did, too. */
  committed({ before, after }: Commit): void {
    const isSame = before.accounts === after.accounts && before.groups === after.groups
    if (isSame && before.asides === after.asides) return
    const changed = after.groups.filter((group) => !before.groups.includes(group))
    const accountIds = new Set(changed.map(({ accountId }) => accountId))
    for (const id of accountIds) if (this.isLive(id)) void this.examine(id)
    this.judge()
  }

  /** A link changed. Who is level for the first time is looked at, and who was put out of a group or let in again. */
  linkChanged(accountId: string, link: Link): void {
    if (link.kind === 'signed-out') {
      this.met.delete(accountId)
      this.examined.delete(accountId)
    }
    const lost = link.kind === 'not-in-group' ? link.groups.map(({ id }) => id).join() : ''
    if (isLevel(link) && this.met.get(accountId) !== lost) {
      if (!this.met.has(accountId)) void this.takeUp(accountId)
      this.met.set(accountId, lost)
      void this.examine(accountId)
    } else this.judge()
  }

  /** Tells nothing more. */
  stop(): void {
    this.isStopped = true
    this.bulletin.stop()
  }

  /** A newer desk may take in what this one of before could not. */
  private async takeUp(accountId: string): Promise<void> {
    const door = this.parts.accounts.all.find((one) => one.accountId === accountId)
    if (door) await takeUpAsides(door, false, this.parts)
  }

  private async ask({ accountId, link, telegram }: Door): Promise<void> {
    if (accountId === null || !isLevel(link)) return
    try {
      const health = await telegram.examine()
      this.examined.set(accountId, { health, at: this.parts.clock.now() })
    } catch (error) {
      this.parts.log.error('an account could not be examined', error)
    }
  }

  private async lookAtDisk(): Promise<void> {
    this.freeBytes = await this.parts.freeBytes().catch(() => null)
  }

  private judge(): void {
    if (this.isStopped) return
    const { desk, accounts, secrets, clock, tell } = this.parts
    const now = clock.now()
    const after = findings({
      accounts: desk.state.accounts.map((account) => {
        const examination = this.examined.get(account.id)
        return {
          account,
          link: accounts.all.find(({ accountId }) => accountId === account.id)?.link ?? {
            kind: 'signed-out',
          },
          health: examination?.health ?? null,
          checkedAt: examination?.at ?? now,
          asides: asidesAt(desk.state, account.id),
        }
      }),
      groups: desk.state.groups,
      computer: { keyring: secrets.keyring, freeBytes: this.freeBytes },
      now,
    })
    for (const finding of [...turnedBad(this.findings, after), ...turnedWell(this.findings, after)])
      tell('notice', findingNotice(finding))
    this.findings = after
    this.bulletin.mayDiffer()
  }

  private isLive(accountId: string): boolean {
    return this.parts.accounts.all.some((door) => door.accountId === accountId && isLevel(door.link))
  }
}
