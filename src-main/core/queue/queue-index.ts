import {
  type QueueCounts,
  type QueueGroup,
  type QueuePage,
  type QueueView,
  queueGroups,
} from '../../../src-preload/contract/queue'
import type { Settings } from '../../../src-preload/contract/settings'
import type { Change } from '../desk/change'
import type { DeskState } from '../desk/state'
import { mainAccount } from '../people/accounts'
import type { Table } from '../table'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { DoneList } from './done-list'
import { byDeadline, byPriority, byTurn, placeOf, type QueuePlace } from './queue-place'
import { SortedList } from './sorted-list'

type ListName = Exclude<QueueView, 'overdue' | 'done'> | 'deadlines'
type Lists = { readonly [L in ListName]: SortedList<QueuePlace> }
type GroupCounts = { [G in QueueGroup]: number }

const orders = {
  all: byTurn,
  mine: byTurn,
  unassigned: byPriority,
  deadlines: byDeadline,
} as const
const listNames = Object.keys(orders) as ListName[]

/** A stretch of a view: ticket ids in order, and how many there are under which heading. */
export interface QueueStretch {
  readonly ids: readonly string[]
  readonly total: number
  readonly groups: QueuePage['groups']
}

/**
 * The queue in order, for every view at once, kept up with each change so that nothing is sorted when someone
 * looks. A change costs the same at a hundred tickets and at a hundred thousand. Overdue is a matter of time:
 * it is the beginning of the list of deadlines. Done tickets have a {@link DoneList} of their own.
 */
export class QueueIndex {
  private readonly settings: Settings
  private readonly me: string | null
  private tickets: Table<Ticket>
  /** Of all tickets that are not done. */
  private readonly places = new Map<string, QueuePlace>()
  private readonly lists: Lists
  private readonly groups: { readonly [L in ListName]: GroupCounts }
  private readonly done: DoneList

  constructor(state: DeskState) {
    this.settings = state.settings
    this.me = mainAccount(state)?.id ?? null
    this.tickets = state.tickets
    for (const ticket of state.tickets.near())
      if (!isDone(ticket.status)) this.places.set(ticket.id, placeOf(ticket, this.settings))
    const places = [...this.places.values()]
    const list = (name: ListName) => places.filter((place) => this.isIn(name, place))
    const sorted = (name: ListName) => SortedList.of(list(name), orders[name])
    this.lists = fill(sorted)
    this.groups = fill((name) => countGroups(list(name)))
    this.done = new DoneList(() => this.tickets)
  }

  /** The index after a change of the desk. Answers itself, or a new one where promises or account changed. */
  follow(change: Change): QueueIndex {
    const { before, after } = change
    if (before.settings.promises !== after.settings.promises || (mainAccount(after)?.id ?? null) !== this.me)
      return new QueueIndex(after)
    this.tickets = after.tickets
    for (const id of change.ids('tickets')) {
      const is = after.tickets.get(id)
      this.update(id, is)
      this.done.follow(before.tickets.get(id), is)
    }
    return this
  }

  /** Takes a ticket as it is now; undefined for one that is gone. */
  private update(id: string, ticket: Ticket | undefined): void {
    const was = this.places.get(id)
    const is = ticket && !isDone(ticket.status) ? placeOf(ticket, this.settings) : undefined
    if (was && is && isSamePlace(was, is)) return
    for (const name of listNames) {
      const stays = was && is && this.isIn(name, was) && this.isIn(name, is)
      if (stays && orders[name](was, is) === 0) continue
      if (was && this.isIn(name, was)) this.leave(name, was)
      if (is && this.isIn(name, is)) this.enter(name, is)
    }
    if (is) this.places.set(id, is)
    else this.places.delete(id)
  }

  /** Ticket ids `from`.. of a view in its order. `now` (epoch ms) is for what is overdue. */
  page(view: QueueView, from: number, count: number, now: number): QueueStretch {
    if (view === 'overdue') {
      const total = this.overdue(now)
      const places = this.lists.deadlines.slice(from, Math.max(0, Math.min(count, total - from)))
      return { ids: places.map(({ id }) => id), total, groups: [] }
    }
    if (view === 'done') {
      const total = this.doneCount
      return {
        ids: this.done.slice(from, count),
        total,
        groups: total > 0 ? [{ group: view, count: total }] : [],
      }
    }
    const list = this.lists[view]
    const groups = queueGroups
      .map((group) => ({ group, count: this.groups[view][group] }))
      .filter((group) => group.count > 0)
    return { ids: list.slice(from, count).map(({ id }) => id), total: list.size, groups }
  }

  /** How many tickets each view holds at `now` (epoch ms), and how many wait for us. */
  counts(now: number): QueueCounts {
    const { all, mine, unassigned } = this.lists
    return {
      all: all.size,
      mine: mine.size,
      unassigned: unassigned.size,
      overdue: this.overdue(now),
      done: this.doneCount,
      ourTurn: this.groups.all.ours,
    }
  }

  /** The earliest running deadline of all, null if no promise is owed. It may have passed. */
  nextDue(): { readonly ticketId: string; readonly dueAt: number } | null {
    const { first } = this.lists.deadlines
    return first ? { ticketId: first.id, dueAt: first.dueAt } : null
  }

  private get doneCount(): number {
    return this.tickets.size - this.places.size
  }

  private overdue(now: number): number {
    return this.lists.deadlines.countWhile(({ dueAt }) => dueAt <= now)
  }

  private isIn(name: ListName, { assignee, dueAt }: QueuePlace): boolean {
    switch (name) {
      case 'all':
        return true
      case 'mine':
        return this.me !== null && assignee === this.me
      case 'unassigned':
        return assignee === null
      case 'deadlines':
        return dueAt !== Infinity
    }
  }

  private enter(name: ListName, place: QueuePlace): void {
    this.lists[name].insert(place)
    this.groups[name][place.group]++
  }

  private leave(name: ListName, place: QueuePlace): void {
    if (this.lists[name].remove(place)) this.groups[name][place.group]--
  }
}

function isSamePlace(one: QueuePlace, other: QueuePlace): boolean {
  return (
    one.group === other.group &&
    one.rank === other.rank &&
    one.priorityRank === other.priorityRank &&
    one.dueAt === other.dueAt &&
    one.assignee === other.assignee &&
    one.createdAt === other.createdAt
  )
}

function fill<T>(make: (name: ListName) => T): { readonly [L in ListName]: T } {
  return {
    all: make('all'),
    mine: make('mine'),
    unassigned: make('unassigned'),
    deadlines: make('deadlines'),
  }
}

function countGroups(places: readonly QueuePlace[]): GroupCounts {
  const counts: GroupCounts = { ours: 0, theirs: 0, hold: 0, done: 0 }
  for (const { group } of places) counts[group]++
  return counts
}
