import type { Change } from '../core/desk/change'
import type { DeskState } from '../core/desk/state'
import { WithoutNextStep } from '../core/desk/without-next-step'
import type { OutboxEntry } from '../core/outbox/entry'
import { QueueIndex } from '../core/queue/queue-index'
import { TicketSearch } from '../core/queue/ticket-search'

/** What is derived from the state and kept up with each commit, so that looking costs nothing. */
export class Projections {
  queue: QueueIndex
  readonly stranded: WithoutNextStep

  private found: TicketSearch | null = null
  private toSendCount = 0

  constructor(private state: DeskState) {
    this.queue = new QueueIndex(state)
    this.stranded = new WithoutNextStep(state)
    for (const entry of state.outbox.values()) this.toSendCount += isToSend(entry)
  }

  /** Made at the first look, so that a start need not wait for it. */
  get search(): TicketSearch {
    this.found ??= new TicketSearch(this.state)
    return this.found
  }

  /** How much of the outbox waits to go out by itself. */
  get toSend(): number {
    return this.toSendCount
  }

  follow(change: Change): void {
    const { before, after } = change
    this.queue = this.queue.follow(change)
    this.found?.follow(change)
    this.state = after
    this.stranded.follow(change)
    for (const id of change.ids('outbox'))
      this.toSendCount += isToSend(after.outbox.get(id)) - isToSend(before.outbox.get(id))
  }
}

function isToSend(entry: OutboxEntry | undefined): 0 | 1 {
  return entry && entry.state.kind !== 'failed' ? 1 : 0
}
