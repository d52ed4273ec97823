import type { EvidenceView, WakeReport } from '../../../src-preload/contract/evidence'
import type { Link } from '../../../src-preload/contract/status'
import { evidenceView, tallyOfAll } from '../../core/evidence/evidence-view'
import { forgetKey, forgetNotice, forgetWarnMs } from '../../core/evidence/forget-notice'
import { isLevel } from '../../core/people/is-level'
import { nameOf } from '../../core/people/names'
import type { Clock, Journal, Log } from '../../core/ports'
import type { Accounts } from '../accounts'
import type { Announcer } from '../announcer'
import type { Tell } from '../broadcaster'
import { Bulletin } from '../bulletin'
import type { Commit, Desk } from '../desk'
import type { Duties } from '../duties'
import { keepWake, keptWakes } from './kept-wakes'
import { LastHeard } from './last-heard'
import { nightly } from './nightly'
import { Reconciler } from './reconciler'
import { WakeBook } from './wake-book'

const minuteMs = 60_000
const keepHeardMs = 15 * minuteMs
const tellMs = 1_000
const dayMs = 86_400_000

/** What the evidence is gathered from. */
export interface EvidenceParts {
  readonly desk: Desk
  readonly journal: Journal
  readonly accounts: Accounts
  readonly announcer: Announcer
  readonly duties: Duties
  readonly clock: Clock
  readonly log: Log
  readonly tell: Tell
}

/** The proof that nothing was lost: counts, what came after each absence, comparisons with Telegram (R150..R155). */
export class Evidence {
  readonly lastHeard: LastHeard
  private readonly wakes: WakeBook
  private readonly reconciler: Reconciler
  private readonly bulletin: Bulletin<EvidenceView>
  /** Bots of whose absence the team was told. */
  private readonly warned = new Set<string>()
  private heardKeptAt: number
  private keeping: Promise<void> = Promise.resolve()

  constructor(private readonly parts: EvidenceParts) {
    const { desk, journal, accounts, clock, log, tell, duties } = parts
    this.heardKeptAt = clock.now()
    this.bulletin = new Bulletin(
      () => this.view(),
      (view) => tell('evidence-changed', view),
      tellMs,
    )
    const changed = () => this.bulletin.mayDiffer()
    this.lastHeard = new LastHeard(desk, accounts)
    const ground = {
      now: () => clock.now(),
      lastHeardAt: (id: string) => this.lastHeard.of(id),
      tally: (id: string) => tallyOfAll(desk.state, id, clock.now()),
    }
    this.wakes = new WakeBook(ground, keptWakes(desk.state), (report) => this.woke(report))
    this.reconciler = new Reconciler(desk, journal, accounts, clock, log, changed)
    const { reconciler } = this
    const night = { desk, accounts, reconciler, clock, log }
    const replan = () => duties.plan('reconcile')
    duties.add(nightly({ ...night, tell: (notice) => tell('notice', notice), replan }))
    duties.add({
      name: 'keep-heard',
      next: () => (desk.state.accounts.length === 0 ? null : this.heardKeptAt + keepHeardMs),
      run: () => this.keepHeard(),
    })
    duties.add({ name: 'forget', next: () => this.nextForget(), run: () => this.warnOfForgetting() })
  }

  view(): EvidenceView {
    const { desk, accounts, clock } = this.parts
    return evidenceView(desk.state, {
      link: (id) => {
        const door = accounts.all.find(({ accountId }) => accountId === id)
        return { link: door?.link ?? { kind: 'signed-out' }, lastHeardAt: this.lastHeard.of(id) }
      },
      wakes: this.wakes.reports,
      reconciliation: this.reconciler.current,
      now: clock.now(),
    })
  }

  /** The desk begins: what was missed meanwhile is told once each account is level. */
  started(): void {
    for (const { id } of this.parts.desk.state.accounts) this.wakes.begin(id)
  }

  /** The computer slept, or the network was gone. */
  slept(): void {
    this.wakes.slept()
  }

  committed({ before, after }: Commit): void {
    if (before.accounts !== after.accounts)
      for (const name of ['reconcile', 'keep-heard', 'forget']) this.plan(name)
    if (before.evidence !== after.evidence || before.accounts !== after.accounts) this.bulletin.mayDiffer()
  }

  linkChanged(accountId: string, link: Link): void {
    this.wakes.linkChanged(accountId, link)
    if (isLevel(link)) this.levelAgain(accountId)
    else void this.keepHeard()
    this.plan('forget')
    this.bulletin.mayDiffer()
  }

  heard(accountId: string): void {
    this.wakes.heard(accountId)
    this.bulletin.mayDiffer()
  }

  /**
   * Begins to compare the last `days` with Telegram.
   *
   * @throws {@link Refusal} if this account cannot be compared now.
   */
  reconcile(accountId: string, days: number): EvidenceView {
    this.reconciler.check(accountId)
    void this.reconciler.run(accountId, days * dayMs)
    return this.view()
  }

  stopReconciling(): EvidenceView {
    this.reconciler.stop()
    return this.view()
  }

  /** Keeps what must be known at the next start, and tells nothing more. */
  async stop(): Promise<void> {
    this.reconciler.stop()
    this.bulletin.stop()
    await this.keeping
    await this.keepHeard()
  }

  private plan(name: string): void {
    this.parts.duties.plan(name)
  }

  private woke(report: WakeReport): void {
    const { desk, tell, log } = this.parts
    // One after the other: each takes the place of the oldest that is kept.
    this.keeping = this.keeping
      .then(() => keepWake(desk, report))
      .catch((error) => log.error('a time away could not be kept', error))
    tell('woke', { ...report, name: nameOf(desk.state, report.accountId) })
    this.bulletin.mayDiffer()
  }

  private async keepHeard(): Promise<void> {
    const { desk, clock, log } = this.parts
    this.heardKeptAt = clock.now()
    try {
      await this.lastHeard.keep(desk.state.accounts.map(({ id }) => id))
    } catch (error) {
      log.error('when Telegram was last heard could not be kept', error)
    }
  }

  private levelAgain(accountId: string): void {
    if (this.warned.delete(accountId))
      this.parts.announcer.run([{ kind: 'withdraw', keys: [forgetKey(accountId)] }])
  }

  /** When the team is to be told of the next bot that is away too long. */
  private nextForget(): number | null {
    const due = this.forgetting().map(({ forgetsAt }) => forgetsAt - forgetWarnMs)
    return due.length === 0 ? null : Math.min(...due)
  }

  private warnOfForgetting(): void {
    const { desk, clock, announcer } = this.parts
    const now = clock.now()
    for (const { id, forgetsAt } of this.forgetting()) {
      if (forgetsAt - forgetWarnMs > now) continue
      this.warned.add(id)
      const announcement = forgetNotice(id, nameOf(desk.state, id), forgetsAt, now)
      announcer.run([{ kind: 'announce', announcement }])
    }
  }

  /** Bots that are away and of which the team was not told yet. */
  private forgetting(): readonly { readonly id: string; readonly forgetsAt: number }[] {
    return this.view().accounts.flatMap(({ account: { id }, forgetsAt }) =>
      forgetsAt === null || this.warned.has(id) ? [] : [{ id, forgetsAt }],
    )
  }
}
