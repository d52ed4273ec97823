import type { Change } from '../core/desk/change'
import type { DeskState } from '../core/desk/state'
import { WithoutNextStep } from '../core/desk/without-next-step'
import type { OutboxEntry } from '../core/outbox/entry'
import { QueueIndex } from '../core/queue/queue-index'
import { TicketSearch } from '../core/queue/ticket-search'
import { inSlices } from './in-slices'

/** What is derived from the state and kept up with each commit, so that looking costs nothing. */
export class Projections {
  queue: QueueIndex
  readonly stranded: WithoutNextStep

  private found: TicketSearch | null = null
  private filled: Promise<void> = Promise.resolve()
  private toSendCount = 0
  private notSentCount = 0

  constructor(private state: DeskState) {
    this.queue = new QueueIndex(state)
    this.stranded = new WithoutNextStep(state)
    for (const entry of state.outbox.values()) this.count(entry, 1)
  }

  /**
   * Made at the first look, so that a start need not wait for it, and in slices, so that nobody else does: at
   * 100,000 tickets it takes a second.
   */
  async search(): Promise<TicketSearch> {
    const known = this.found
    const search = known ?? new TicketSearch(this.state)
    if (!known) {
      this.found = search
      this.filled = inSlices(search.fill())
    }
    await this.filled
    return search
  }

  /** How much of the outbox waits to go out by itself. */
  get toSend(): number {
    return this.toSendCount
  }

  /** How much of the outbox failed, and goes out only if somebody says so. */
  get notSent(): number {
    return this.notSentCount
  }

  follow(change: Change): void {
    const { before, after } = change
    this.queue = this.queue.follow(change)
    this.found?.follow(change)
    this.state = after
    this.stranded.follow(change)
    for (const id of change.ids('outbox')) {
      this.count(before.outbox.get(id), -1)
      this.count(after.outbox.get(id), 1)
    }
  }

  private count(entry: OutboxEntry | undefined, by: 1 | -1): void {
    if (entry?.state.kind === 'failed') this.notSentCount += by
    else if (entry) this.toSendCount += by
  }
}
