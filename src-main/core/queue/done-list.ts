import type { Table } from '../table'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { doneLayout } from './done-facts'
import { byDone, type DonePlace } from './queue-place'
import { SortedList } from './sorted-list'

/**
 * The done tickets, the last one first. Most tickets are done and few people look at them: the list is made at
 * the first look, from the facts noted of each, and kept up from then on.
 */
export class DoneList {
  private made: SortedList<DonePlace> | null = null

  constructor(private readonly tickets: () => Table<Ticket>) {}

  /** Ids of at most `count` from the `from`-th on. */
  slice(from: number, count: number): readonly string[] {
    this.made ??= SortedList.of(donePlaces(this.tickets()), byDone)
    return this.made.slice(from, count).map(({ id }) => id)
  }

  /** Takes a ticket's change. */
  follow(before: Ticket | undefined, after: Ticket | undefined): void {
    const was = before && isDone(before.status) ? before : null
    const is = after && isDone(after.status) ? after : null
    if (!this.made || (was && is && was.statusSince === is.statusSince)) return
    if (was) this.made.remove({ id: was.id, doneAt: was.statusSince })
    if (is) this.made.insert({ id: is.id, doneAt: is.statusSince })
  }
}

function donePlaces(tickets: Table<Ticket>): DonePlace[] {
  const places: DonePlace[] = []
  for (const [id, [status, doneAt]] of tickets.facts(doneLayout))
    if (isDone(status)) places.push({ id, doneAt })
  return places
}
