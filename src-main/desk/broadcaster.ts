import type { Events } from '../../src-preload/contract/events'
import type { Change } from '../core/desk/change'
import type { Recorded } from '../core/desk/events'
import type { Desktop, Log } from '../core/ports'
import type { Commit, Desk } from './desk'
import { Frame } from './frame'
import type { StatusBoard } from './status-board'
import type { Views } from './views'

/** Tells every window something. */
export type Tell = <E extends keyof Events>(event: E, payload: Events[E]) => void

/**
 * Tells the window what changed, in one round per frame however much happens: which rows, and whole the
 * tickets and items it looked at last.
 */
export class Broadcaster {
  /** Tickets whose rows changed. */
  private ticketIds = new Set<string>()
  /** Tickets of which only more than the row may have changed: their topic, their follow-ups. */
  private aroundIds = new Set<string>()
  private allChanged = false
  private queueChanged = false
  private recorded: Recorded[] = []
  private waitingChanged = false
  private statusChanged = false
  private readonly frame = new Frame(() => this.round())

  constructor(
    private readonly desk: Desk,
    private readonly views: Views,
    private readonly board: StatusBoard,
    private readonly desktop: Pick<Desktop, 'showDuty'>,
    private readonly tell: Tell,
    private readonly log: Log,
  ) {}

  /** Something durable happened. */
  committed(commit: Commit): void {
    const { recorded, before, after } = commit
    for (const id of commit.ids('tickets')) this.ticketIds.add(id)
    for (const id of commit.ids('conversations'))
      for (const ticketId of after.conversations.get(id)?.ticketIds ?? []) this.aroundIds.add(ticketId)
    if (concernsAll(commit)) this.allChanged = true
    for (const one of recorded) this.recorded.push(one)
    if (before.settings !== after.settings) this.tell('settings-changed', after.settings)
    this.statusMayDiffer()
  }

  /** The link, the disk or the outbox changed. */
  statusMayDiffer(): void {
    this.statusChanged = true
    this.frame.ask()
  }

  /** What queued replies wait for changed. */
  waitingMayDiffer(): void {
    this.waitingChanged = true
    this.frame.ask()
  }

  /** All rows may have another order or badge: a promise changed, or a deadline passed. */
  queueMayDiffer(): void {
    this.queueChanged = true
    this.frame.ask()
  }

  stop(): void {
    this.frame.stop()
  }

  private round(): void {
    const { ticketIds, aroundIds, allChanged, recorded, waitingChanged, statusChanged } = this
    const queueChanged = this.queueChanged || allChanged || ticketIds.size > 0
    this.ticketIds = new Set()
    this.aroundIds = new Set()
    this.allChanged = false
    this.queueChanged = false
    this.recorded = []
    this.waitingChanged = false
    this.statusChanged = false
    const revision = this.desk.state.seq
    this.tellTimelines(revision, recorded, waitingChanged)
    const looked = allChanged ? 'all' : new Set([...ticketIds, ...aroundIds])
    for (const ticket of this.views.watchedAmong(looked)) this.tell('ticket-changed', { revision, ticket })
    if (queueChanged) this.tellQueue([...ticketIds])
    if (statusChanged) this.tell('status-changed', this.board.read())
  }

  /** Reads the disk, as all else does not: what cannot be read is told in the log, and the rest is told. */
  private tellTimelines(revision: number, recorded: readonly Recorded[], waitingChanged: boolean): void {
    try {
      for (const change of this.views.timelineChanges(recorded)) this.tellTimeline(revision, change)
      if (waitingChanged)
        for (const change of this.views.waitingChanges()) this.tellTimeline(revision, change)
    } catch (error) {
      this.log.error('a conversation could not be told to the window', error)
    }
  }

  private tellTimeline(
    revision: number,
    { ticketId, items, gone }: Omit<Events['timeline-changed'], 'revision'>,
  ): void {
    if (items.length + gone.length > 0) this.tell('timeline-changed', { revision, ticketId, items, gone })
  }

  private tellQueue(ticketIds: readonly string[]): void {
    const counts = this.views.counts()
    this.tell('queue-changed', { revision: this.desk.state.seq, counts, ticketIds })
    this.desktop.showDuty({ ourTurn: counts.ourTurn, next: this.views.next() })
  }
}

/** Whether every row may read differently: names and tiers, whose ticket is mine, what is promised. */
function concernsAll(change: Change): boolean {
  const { before, after } = change
  const { settings, accounts, team, groups, people, contacts } = before
  return (
    settings !== after.settings ||
    accounts !== after.accounts ||
    team !== after.team ||
    groups !== after.groups ||
    contacts !== after.contacts ||
    change.ids('people').some((id) => people.has(id))
  )
}
