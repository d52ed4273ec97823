import type { Change } from '../desk/change'
import type { DeskState } from '../desk/state'
import { nameOf } from '../people/names'
import type { Ticket } from '../ticket/ticket'
import { byNewest } from './queue-place'
import { SortedList } from './sorted-list'

interface Findable {
  readonly id: string
  readonly createdAt: number
  /** Code, title and customer in lower case, one per line. */
  readonly words: string
}

/** Tickets to be found by code, title or customer. Reads one prepared line per ticket, newest first. */
export class TicketSearch {
  private readonly findables = new Map<string, Findable>()
  private readonly newest: SortedList<Findable>

  constructor(private state: DeskState) {
    for (const ticket of state.tickets.values()) this.findables.set(ticket.id, findable(state, ticket))
    this.newest = SortedList.of([...this.findables.values()], byNewest)
  }

  /** Takes a change of the desk: new and renamed tickets, renamed people. */
  follow(change: Change): void {
    this.state = change.after
    for (const id of change.ids('tickets')) this.refresh(id)
    for (const personId of change.ids('people'))
      for (const id of this.state.ticketsOf.get(personId) ?? []) this.refresh(id)
  }

  /** Ids of at most `limit` tickets with the text in them: the one of that code first, then newest first. */
  search(text: string, limit: number): readonly string[] {
    const wanted = text.trim().replace(/^#/, '').toLowerCase()
    if (wanted === '') return []
    const exact = this.state.codes.get(wanted.toUpperCase())
    const first = exact === undefined ? [] : [exact]
    const isWanted = ({ id, words }: Findable) => id !== exact && words.includes(wanted)
    return [...first, ...this.newest.find(limit - first.length, isWanted).map(({ id }) => id)]
  }

  private refresh(id: string): void {
    const was = this.findables.get(id)
    const ticket = this.state.tickets.get(id)
    const is = ticket && findable(this.state, ticket)
    if (was && is && was.words === is.words && was.createdAt === is.createdAt) return
    if (was) this.newest.remove(was)
    if (is) {
      this.newest.insert(is)
      this.findables.set(id, is)
    } else this.findables.delete(id)
  }
}

function findable(state: DeskState, { id, code, title, customerId, createdAt }: Ticket): Findable {
  const { username } = state.people.get(customerId) ?? {}
  const words = [code, title, nameOf(state, customerId), username ?? ''].join('\n').toLowerCase()
  return { id, createdAt, words }
}
