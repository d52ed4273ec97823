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

/** Shortest time between two rounds of telling what the agent looks at, ms: a frame. */
const frameMs = 16
/** The same for what stands beside it: order, counts and status, which nobody reads sixty times a second. */
const besideMs = 100

/**
 * Tells the window what changed, in one round per frame however much happens: whole the tickets and items it
 * looked at last, and, in longer frames, which rows. What happens after a quiet time is told at once.
 */
export class Broadcaster {
  /** Tickets whose rows changed, as long as the queue was not told; and since the last frame. */
  private rowIds = new Set<string>()
  private ticketIds = new Set<string>()
  /** Tickets of which only more than the row may have changed: their topic, their follow-ups. */
  private aroundIds = new Set<string>()
  private allChanged = false
  private queueChanged = false
  private recorded: Recorded[] = []
  private waitingChanged = false
  private statusChanged = false
  private readonly frame = new Frame(() => this.tellLooked(), frameMs)
  private readonly beside = new Frame(() => this.tellBeside(), besideMs)

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
    for (const id of commit.ids('tickets')) {
      this.ticketIds.add(id)
      this.rowIds.add(id)
    }
    for (const id of commit.ids('conversations'))
      for (const ticketId of after.conversations.get(id)?.ticketIds ?? []) this.aroundIds.add(ticketId)
    if (concernsAll(commit)) {
      this.allChanged = true
      this.queueChanged = true
    }
    for (const one of recorded) this.recorded.push(one)
    if (before.settings !== after.settings) this.tell('settings-changed', after.settings)
    this.frame.ask()
    this.statusMayDiffer()
  }

  /** The link, the disk or the outbox changed. */
  statusMayDiffer(): void {
    this.statusChanged = true
    this.beside.ask()
  }

  /** What queued replies wait for changed. */
  waitingMayDiffer(): void {
    this.waitingChanged = true
    this.frame.ask()
  }

  /** All rows may have another order or badge: a promise changed, or a deadline passed. */
  queueMayDiffer(): void {
    this.queueChanged = true
    this.beside.ask()
  }

  stop(): void {
    this.frame.stop()
    this.beside.stop()
  }

  private tellLooked(): void {
    const { ticketIds, aroundIds, allChanged, recorded, waitingChanged } = this
    this.ticketIds = new Set()
    this.aroundIds = new Set()
    this.allChanged = false
    this.recorded = []
    this.waitingChanged = false
    const revision = this.desk.state.seq
    this.tellTimelines(revision, recorded, waitingChanged)
    const looked = allChanged ? 'all' : new Set([...ticketIds, ...aroundIds])
    for (const ticket of this.views.watchedAmong(looked)) this.tell('ticket-changed', { revision, ticket })
  }

  private tellBeside(): void {
    const { rowIds, queueChanged, statusChanged } = this
    this.rowIds = new Set()
    this.queueChanged = false
    this.statusChanged = false
    if (queueChanged || rowIds.size > 0) this.tellQueue([...rowIds])
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
