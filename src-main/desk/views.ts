import type { Draft, TimelinePage } from '../../src-preload/contract/conversation'
import type { QueuePage, QueueView } from '../../src-preload/contract/queue'
import type { AgentView, TicketClocks, TicketRow, TicketView } from '../../src-preload/contract/ticket'
import { readingBack } from '../core/conversation/read-back'
import type { TimelineGround } from '../core/conversation/stretch'
import { type TimelineChange, timelineChanges, waitingItems } from '../core/conversation/timeline-changes'
import { timelinePage } from '../core/conversation/timeline-page'
import type { Recorded } from '../core/desk/events'
import type { Hindrance } from '../core/outbox/delivery'
import { nextUnsent } from '../core/outbox/next-unsent'
import { teamView } from '../core/people/names'
import type { Clock, Journal } from '../core/ports'
import { Refusal } from '../core/refusal'
import { story } from '../core/sla/story'
import type { Ticket } from '../core/ticket/ticket'
import { toRow } from '../core/ticket/ticket-row'
import { toView } from '../core/ticket/ticket-view'
import type { Desk } from './desk'
import type { Projections } from './projections'

/** How many tickets the window is told about unasked: those it looked at last. */
const watchedMax = 16
const historyPage = 500

/** What the window is shown, read from the durable state and the journal. */
export class Views {
  /** Ticket ids, the one looked at last at the end. */
  private readonly watched = new Set<string>()

  constructor(
    private readonly desk: Desk,
    private readonly journal: Journal,
    private readonly projections: Projections,
    private readonly hindrance: Hindrance,
    private readonly clock: Clock,
  ) {}

  /** @throws {@link Refusal} `not-found`. */
  ticket(ticketId: string): TicketView {
    const ticket = this.find(ticketId)
    this.watch(ticketId)
    return toView(this.desk.state, ticket)
  }

  /** The stories of a ticket's clocks, told from everything that happened to it. */
  clocks(ticketId: string): TicketClocks {
    const ticket = this.find(ticketId)
    return { ticketId, stories: story(this.history(ticket.conversationId), ticket, this.desk.state) }
  }

  agents(): readonly AgentView[] {
    return teamView(this.desk.state)
  }

  timeline(ticketId: string, limit: number, before: string | undefined): TimelinePage {
    const ticket = this.find(ticketId)
    this.watch(ticketId)
    return { ...timelinePage(ticket, { limit, before }, this.ground()), revision: this.desk.state.seq }
  }

  drafts(ticketId: string): readonly Draft[] {
    return [this.draft(ticketId, 'reply'), this.draft(ticketId, 'note')].filter(({ savedAt }) => savedAt > 0)
  }

  /** An empty draft, saved at 0, if there is none. */
  draft(ticketId: string, mode: Draft['mode']): Draft {
    const kept = this.desk.state.drafts.get(`${ticketId}/${mode}`)
    if (!kept) return { ticketId, mode, text: '', replyTo: null, attachments: [], savedAt: 0 }
    const { files = [], ...draft } = kept
    return {
      ...draft,
      attachments: files.map(({ id, name, mime, sizeBytes }) => ({ id, name, mime, sizeBytes })),
    }
  }

  queuePage(view: QueueView, from: number, count: number): QueuePage {
    const now = this.clock.now()
    const { ids, total, groups } = this.projections.queue.page(view, from, count, now)
    return {
      revision: this.desk.state.seq,
      view,
      from,
      total,
      groups,
      rows: this.rows(ids),
      counts: this.projections.queue.counts(now),
      next: this.next(),
    }
  }

  counts(): QueuePage['counts'] {
    return this.projections.queue.counts(this.clock.now())
  }

  /** The earliest deadline that runs; it may have passed. */
  next(): QueuePage['next'] {
    const next = this.projections.queue.nextDue()
    const ticket = next && this.desk.state.tickets.get(next.ticketId)
    return ticket ? { ticketId: ticket.id, code: ticket.code, dueAt: next.dueAt } : null
  }

  /** The next ticket after this one with something that waits to be sent or failed. */
  nextUnsent(after: string | null): string | null {
    return nextUnsent(this.desk.state, after)
  }

  async search(text: string, limit: number): Promise<readonly TicketRow[]> {
    const search = await this.projections.search()
    return this.rows(search.search(text, limit))
  }

  /** Tickets among those the window looked at last that these ids name, or all of them. */
  watchedAmong(ticketIds: ReadonlySet<string> | 'all'): readonly TicketView[] {
    return [...this.watched].flatMap((id) => {
      const ticket = ticketIds === 'all' || ticketIds.has(id) ? this.desk.state.tickets.get(id) : undefined
      return ticket ? [toView(this.desk.state, ticket)] : []
    })
  }

  /** What events changed in the conversations the window looked at last. */
  timelineChanges(
    recorded: readonly Recorded[],
  ): readonly (TimelineChange & { readonly ticketId: string })[] {
    const watched = this.watchedConversations()
    const shown = recorded.filter(
      ({ event }) => 'conversationId' in event && watched.has(event.conversationId),
    )
    return this.perTicket(timelineChanges(shown, this.ground()), watched)
  }

  /** Replies that wait, anew: the link changed, and with it what they wait for. */
  waitingChanges(): readonly (TimelineChange & { readonly ticketId: string })[] {
    const watched = this.watchedConversations()
    const changes = [...watched.keys()].map((conversationId) => waitingItems(conversationId, this.ground()))
    return this.perTicket(changes, watched)
  }

  private perTicket(changes: readonly TimelineChange[], watched: ReadonlyMap<string, readonly string[]>) {
    return changes.flatMap((change) =>
      (watched.get(change.conversationId) ?? []).map((ticketId) => ({ ...change, ticketId })),
    )
  }

  private watchedConversations(): ReadonlyMap<string, readonly string[]> {
    const watched = new Map<string, string[]>()
    for (const ticketId of this.watched) {
      const conversationId = this.desk.state.tickets.get(ticketId)?.conversationId
      if (conversationId) watched.set(conversationId, [...(watched.get(conversationId) ?? []), ticketId])
    }
    return watched
  }

  private history(conversationId: string): readonly Recorded[] {
    return [...readingBack(this.journal, conversationId, { chunk: historyPage })].reverse()
  }

  private ground(): TimelineGround {
    return {
      events: this.journal,
      state: this.desk.state,
      ...this.hindrance,
    }
  }

  private rows(ids: readonly string[]): readonly TicketRow[] {
    return ids.flatMap((id) => {
      const ticket = this.desk.state.tickets.get(id)
      return ticket ? [toRow(this.desk.state, ticket)] : []
    })
  }

  private find(ticketId: string): Ticket {
    const ticket = this.desk.state.tickets.get(ticketId)
    if (!ticket) throw new Refusal('not-found', 'There is no such ticket.', { field: 'ticketId' })
    return ticket
  }

  private watch(ticketId: string): void {
    this.watched.delete(ticketId)
    this.watched.add(ticketId)
    const [oldest] = this.watched
    if (this.watched.size > watchedMax && oldest !== undefined) this.watched.delete(oldest)
  }
}
