import type { DeskState } from '../core/desk/state'
import { WithoutNextStep } from '../core/desk/without-next-step'
import { QueueIndex } from '../core/queue/queue-index'
import { TicketSearch } from '../core/queue/ticket-search'

/** What is derived from the state and kept up with each commit, so that looking costs nothing. */
export class Projections {
  queue: QueueIndex
  readonly stranded: WithoutNextStep

  private found: TicketSearch | null = null

  constructor(private state: DeskState) {
    this.queue = new QueueIndex(state)
    this.stranded = new WithoutNextStep(state)
  }

  /** Made at the first look, so that a start need not wait for it. */
  get search(): TicketSearch {
    this.found ??= new TicketSearch(this.state)
    return this.found
  }

  follow(before: DeskState, after: DeskState): void {
    this.queue = this.queue.follow(before, after)
    this.found?.follow(before, after)
    this.state = after
    this.stranded.follow(before, after)
  }
}
