import type { DeskState } from '../core/desk/state'
import { WithoutNextStep } from '../core/desk/without-next-step'
import { QueueIndex } from '../core/queue/queue-index'
import { TicketSearch } from '../core/queue/ticket-search'

/** What is derived from the state and kept up with each commit, so that looking costs nothing. */
export class Projections {
  queue: QueueIndex
  readonly search: TicketSearch
  readonly stranded: WithoutNextStep

  constructor(state: DeskState) {
    this.queue = new QueueIndex(state)
    this.search = new TicketSearch(state)
    this.stranded = new WithoutNextStep(state)
  }

  follow(before: DeskState, after: DeskState): void {
    this.queue = this.queue.follow(before, after)
    this.search.follow(before, after)
    this.stranded.follow(before, after)
  }
}
