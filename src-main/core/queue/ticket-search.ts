import type { Change } from '../desk/change'
import type { DeskState } from '../desk/state'
import { nameOf } from '../people/names'
import { tierOf } from '../people/tier-of'
import type { Ticket } from '../ticket/ticket'
import { byNewest } from './queue-place'
import { SortedList } from './sorted-list'

interface Findable {
  readonly id: string
  readonly createdAt: number
  /** Code, title, customer, their tier and the answers of the form in lower case, one per line. */
  readonly words: string
}

/** Tickets to be found by code, title, customer, tier or a field's value. Reads one prepared line per ticket, newest first. */
export class TicketSearch {
  private readonly findables = new Map<string, Findable>()
  private readonly newest = new SortedList<Findable>(byNewest)

  /** Finds nothing before it was filled. */
  constructor(private state: DeskState) {}

  /** One that finds everything at once. */
  static of(state: DeskState): TicketSearch {
    const search = new TicketSearch(state)
    for (const _ of search.fill());
    return search
  }

  /** Prepares ticket after ticket; between two of them changes may be followed. */
  *fill(): IterableIterator<void> {
    const { state } = this
    for (const ticket of state.tickets.values()) {
      // What changed meanwhile is in already, and newer.
      if (this.findables.has(ticket.id)) continue
      this.refresh(ticket.id, findable(this.state, ticket))
      yield
    }
  }

  /** Takes a change of the desk: new and renamed tickets, their fields, renamed people, tiers. */
  follow(change: Change): void {
    const { before, after } = change
    this.state = after
    for (const id of change.ids('tickets')) this.lookAt(id)
    this.lookAtTicketsOf(change.ids('people'))
    if (before.settings.tiers !== after.settings.tiers)
      this.lookAtTicketsOf([...after.contacts.values()].map(idOf))
    else this.lookAtTicketsOf(change.ids('contacts'))
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

  private lookAtTicketsOf(personIds: Iterable<string>): void {
    for (const personId of personIds)
      for (const id of this.state.ticketsOf.get(personId) ?? []) this.lookAt(id)
  }

  private lookAt(id: string): void {
    const ticket = this.state.tickets.get(id)
    this.refresh(id, ticket && findable(this.state, ticket))
  }

  private refresh(id: string, is: Findable | undefined): void {
    const was = this.findables.get(id)
    if (was && is && was.words === is.words && was.createdAt === is.createdAt) return
    if (was) this.newest.remove(was)
    if (is) {
      this.newest.insert(is)
      this.findables.set(id, is)
    } else this.findables.delete(id)
  }
}

function idOf({ personId }: { readonly personId: string }): string {
  return personId
}

function findable(state: DeskState, { id, code, title, customerId, createdAt, fields }: Ticket): Findable {
  const { username } = state.people.get(customerId) ?? {}
  const customer = [nameOf(state, customerId), username ?? '', tierOf(state, customerId) ?? '']
  const values = fields.map(({ value }) => String(value))
  return { id, createdAt, words: [code, title, ...customer, ...values].join('\n').toLowerCase() }
}
