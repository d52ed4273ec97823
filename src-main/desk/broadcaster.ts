import type { Events } from '../../src-preload/contract/events'
import type { Recorded } from '../core/desk/events'
import type { Desktop } from '../core/ports'
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
  private ticketIds = new Set<string>()
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
  ) {}

  /** Something durable happened. */
  committed({ recorded, before, after }: Commit): void {
    for (const id of after.tickets.changedIds(before.tickets)) this.ticketIds.add(id)
    this.recorded.push(...recorded)
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
    this.tellQueue([])
  }

  stop(): void {
    this.frame.stop()
  }

  private round(): void {
    const { ticketIds, recorded, waitingChanged, statusChanged } = this
    this.ticketIds = new Set()
    this.recorded = []
    this.waitingChanged = false
    this.statusChanged = false
    const revision = this.desk.state.seq
    for (const change of this.views.timelineChanges(recorded)) this.tellTimeline(revision, change)
    if (waitingChanged) for (const change of this.views.waitingChanges()) this.tellTimeline(revision, change)
    for (const ticket of this.views.watchedAmong(ticketIds)) this.tell('ticket-changed', { revision, ticket })
    if (ticketIds.size > 0) this.tellQueue([...ticketIds])
    if (statusChanged) this.tell('status-changed', this.board.read())
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
