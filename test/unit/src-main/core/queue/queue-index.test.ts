import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Change } from '../../../../../src-main/core/desk/change'
import { type DeskState, emptyDesk } from '../../../../../src-main/core/desk/state'
import { QueueIndex } from '../../../../../src-main/core/queue/queue-index'
import { SortedList } from '../../../../../src-main/core/queue/sorted-list'
import { TicketSearch } from '../../../../../src-main/core/queue/ticket-search'
import { Table } from '../../../../../src-main/core/table'
import { openedTicket } from '../../../../../src-main/core/ticket/open-ticket'
import type { Ticket } from '../../../../../src-main/core/ticket/ticket'
import { ticketPriorities } from '../../../../../src-preload/contract/priorities'
import { ticketStatuses } from '../../../../../src-preload/contract/ticket'
import { anna, hour, iso, minute, mira, nine, ravi, theDesk } from '../desk-on-paper'

function ticket(id: string, more: Partial<Ticket> = {}): Ticket {
  const opened = openedTicket({
    ...{ seq: 1, at: iso(nine), by: theDesk },
    event: {
      ...{
        kind: 'ticket-created',
        conversationId: id,
        ticketId: id,
        code: id.toUpperCase(),
        title: `About ${id}`,
      },
      ...{ customerId: mira.id, priority: 'medium', followUpOf: null, openedAt: iso(more.createdAt ?? nine) },
    },
  })
  return { ...opened, ...more }
}

function deskOf(tickets: readonly Ticket[]): DeskState {
  return {
    ...emptyDesk,
    accounts: [{ id: anna.id, name: 'Anna', username: null, kind: 'user' }],
    tickets: Table.of(tickets.map((one) => [one.id, one])),
    codes: Table.of(tickets.map((one) => [one.code, one.id])),
    people: Table.of([[mira.id, mira]]),
    ticketsOf: Table.of([[mira.id, tickets.map(({ id }) => id)]]),
  }
}
const ids = (tickets: readonly Ticket[], view: Parameters<QueueIndex['page']>[0], now = nine) =>
  new QueueIndex(deskOf(tickets)).page(view, 0, 100, now).ids

describe('the queue', () => {
  it('begins with our turn by deadline, then priority, then age; without a promise last', () => {
    const noClocks = { clocks: {} }
    expect(
      ids(
        [
          ticket('old', { createdAt: nine - hour, ...noClocks }),
          ticket('older', { createdAt: nine - 2 * hour, ...noClocks }),
          ticket('critical', { priority: 'critical', ...noClocks }),
          ticket('late', { createdAt: nine + minute }),
          ticket('soon', { createdAt: nine - minute }),
          ticket('urgent', { priority: 'critical' }),
        ],
        'all',
      ),
    ).toEqual(['urgent', 'soon', 'late', 'critical', 'older', 'old'])
  })

  it('then the customer’s turn by how long, then holds by their end, with their headings', () => {
    const desk = deskOf([
      ticket('hold', { status: 'on_hold', holdUntil: nine + 2 * hour }),
      ticket('endless', { status: 'on_hold' }),
      ticket('sooner', { status: 'on_hold', holdUntil: nine + hour, ball: 'theirs' }),
      ticket('short', { ball: 'theirs', ballSince: nine - minute }),
      ticket('long', { ball: 'theirs', ballSince: nine - hour }),
      ticket('ours'),
      ticket('done', { status: 'resolved' }),
    ])
    const page = new QueueIndex(desk).page('all', 0, 100, nine)
    expect(page.ids).toEqual(['ours', 'long', 'short', 'sooner', 'hold', 'endless'])
    expect(page.groups).toEqual([
      { group: 'ours', count: 1 },
      { group: 'theirs', count: 2 },
      { group: 'hold', count: 3 },
    ])
    expect(new QueueIndex(desk).page('all', 1, 2, nine)).toMatchObject({ ids: ['long', 'short'], total: 6 })
  })

  it('shows mine, unassigned by priority then age, and what is done with the newest first', () => {
    const tickets = [
      ticket('mine', { assignee: anna.id }),
      ticket('his', { assignee: ravi.id }),
      ticket('low', { priority: 'low', createdAt: nine - 9 * hour }),
      ticket('high', { priority: 'high' }),
      ticket('higher', { priority: 'high', createdAt: nine - hour }),
      ticket('resolved', { status: 'resolved', statusSince: nine - hour }),
      ticket('closed', { status: 'closed', statusSince: nine }),
    ]
    expect(ids(tickets, 'mine')).toEqual(['mine'])
    expect(ids(tickets, 'unassigned')).toEqual(['higher', 'high', 'low'])
    expect(ids(tickets, 'done')).toEqual(['closed', 'resolved'])
  })

  it('knows what is overdue at any time without being told that time passed', () => {
    const index = new QueueIndex(deskOf([ticket('b', { createdAt: nine + minute }), ticket('a')]))
    expect(index.counts(nine)).toEqual({ all: 2, mine: 0, unassigned: 2, overdue: 0, done: 0, ourTurn: 2 })
    expect(index.page('overdue', 0, 10, nine + 2 * hour)).toEqual({ ids: ['a'], total: 1, groups: [] })
    expect(index.page('overdue', 0, 10, nine + 3 * hour).ids).toEqual(['a', 'b'])
    expect(index.page('overdue', 1, 10, nine + 3 * hour).ids).toEqual(['b'])
    expect(index.nextDue()).toEqual({ ticketId: 'a', dueAt: nine + 2 * hour })
  })

  it('follows changes, and orders anew when promises or the account change', () => {
    const before = deskOf([ticket('a'), ticket('b')])
    const index = new QueueIndex(before)
    const claimed = { ...before, tickets: before.tickets.set('b', ticket('b', { assignee: anna.id })) }
    expect(index.follow(new Change(before, claimed))).toBe(index)
    expect(index.page('mine', 0, 9, nine).ids).toEqual(['b'])
    const signedOut = { ...claimed, accounts: [] }
    const without = index.follow(new Change(claimed, signedOut))
    expect(without.page('mine', 0, 9, nine).ids).toEqual([])
  })

  it('is what a plain sort gives, after any changes', () => {
    const arbitrary = fc.record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      status: fc.constantFrom(...ticketStatuses),
      priority: fc.constantFrom(...ticketPriorities),
      ball: fc.constantFrom('ours' as const, 'theirs' as const),
      createdAt: fc.integer({ min: 0, max: 5 }).map((hours) => nine + hours * hour),
      assignee: fc.constantFrom(null, anna.id, ravi.id),
    })
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 120, size: 'max' }), (changes) => {
        let desk = deskOf([])
        let index = new QueueIndex(desk)
        for (const { id, ...more } of changes) {
          const after = { ...desk, tickets: desk.tickets.set(id, ticket(id, more)) }
          index = index.follow(new Change(desk, after))
          desk = after
        }
        const open = [...desk.tickets.values()].filter(
          ({ status }) => status !== 'resolved' && status !== 'closed',
        )
        const group = ({ status, ball }: Ticket) => (status === 'on_hold' ? 2 : ball === 'theirs' ? 1 : 0)
        const due = ({ createdAt, priority }: Ticket) =>
          createdAt + (desk.settings.promises[priority].firstReplyMs ?? 0)
        const rank = (one: Ticket) => (group(one) === 0 ? due(one) : group(one) === 1 ? one.ballSince : 0)
        const urgency = ({ priority }: Ticket) => -ticketPriorities.indexOf(priority)
        const sorted = [...open].sort(
          (one, other) =>
            group(one) - group(other) ||
            rank(one) - rank(other) ||
            urgency(one) - urgency(other) ||
            one.createdAt - other.createdAt ||
            (one.id < other.id ? -1 : 1),
        )
        expect(index.page('all', 0, 100, nine).ids).toEqual(sorted.map(({ id }) => id))
        const now = nine + 3 * hour
        expect(index.counts(now).overdue).toBe(open.filter((one) => due(one) <= now).length)
      }),
    )
  })
})

describe('a list in order', () => {
  it('is the sorted array it stands for, through thousands of changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 0, max: 3000 }), goes: fc.boolean() }), {
          maxLength: 3000,
          size: 'max',
        }),
        (changes) => {
          const list = new SortedList<number>((one, other) => one - other)
          const plain: number[] = []
          for (const { value, goes } of changes) {
            if (goes) {
              const at = plain.indexOf(value)
              expect(list.remove(value)).toBe(at >= 0)
              if (at >= 0) plain.splice(at, 1)
            } else {
              list.insert(value)
              plain.push(value)
            }
          }
          plain.sort((one, other) => one - other)
          expect(list.find(Infinity, () => true)).toEqual(plain)
          expect(list.find(3, (value) => value % 2 === 0)).toEqual(
            plain.filter((value) => value % 2 === 0).slice(0, 3),
          )
          expect(list.size).toBe(plain.length)
          expect(list.slice(10, 700)).toEqual(plain.slice(10, 710))
          expect(list.countWhile((value) => value < 1500)).toBe(plain.filter((value) => value < 1500).length)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('finding a ticket', () => {
  const desk = deskOf([
    ticket('kpt417', { title: 'Card refused', createdAt: nine }),
    ticket('dsa312', { title: 'Where is KPT417?', createdAt: nine + hour }),
    ticket('rmb208', { title: 'Refund', createdAt: nine + 2 * hour }),
  ])

  it('gives the one of that code first, then the newest', () => {
    expect(new TicketSearch(desk).search('kpt417', 10)).toEqual(['kpt417', 'dsa312'])
    expect(new TicketSearch(desk).search('#KPT417', 1)).toEqual(['kpt417'])
  })

  it('looks at titles, names and handles in any case, newest first, no more than asked for', () => {
    const search = new TicketSearch(desk)
    expect(search.search('reFUSED', 10)).toEqual(['kpt417'])
    expect(search.search('mira', 2)).toEqual(['rmb208', 'dsa312'])
    expect(search.search('nobody', 10)).toEqual([])
    expect(search.search('  ', 10)).toEqual([])
  })

  it('follows renamed tickets and renamed people', () => {
    const search = new TicketSearch(desk)
    const renamed = {
      ...desk,
      tickets: desk.tickets.set('rmb208', ticket('rmb208', { title: 'Money back' })),
      people: desk.people.set(mira.id, { ...mira, name: 'Halonen', username: null }),
    }
    search.follow(new Change(desk, renamed))
    expect(search.search('money', 10)).toEqual(['rmb208'])
    expect(search.search('refund', 10)).toEqual([])
    expect(search.search('halonen', 10)).toHaveLength(3)
    expect(search.search('mira', 10)).toEqual([])
  })
})
