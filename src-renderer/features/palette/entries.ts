import type { TicketRow } from '../../../src-preload/contract/ticket'
import type { Action } from '../../desk/action-store'
import { fuzzy, literal } from './fuzzy'

export type Entry =
  | { readonly kind: 'action'; readonly id: string; readonly action: Action }
  | { readonly kind: 'ticket'; readonly id: string; readonly ticket: TicketRow }

export interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** What the palette lists for a query: the ticket's own commands first, then the others, then tickets. */
export function paletteSections(facts: {
  readonly query: string
  readonly actions: Iterable<Action>
  readonly recent: readonly string[]
  readonly tickets: readonly TicketRow[]
  /** The code of the ticket in hand. */
  readonly code: string | null
}): readonly Section[] {
  const { query, recent, tickets, code } = facts
  const matching = [...facts.actions]
    .filter(({ enabled, keysOnly }) => enabled !== false && !keysOnly)
    .map((action) => ({ action, score: fuzzy(query, action.title), place: recent.indexOf(action.id) }))
    .filter(({ score }) => score > 0)
  // Who writes a whole word means it: letters scattered over the ticket's own commands do not come before it.
  const least = matching.some(({ score }) => score >= literal) ? literal : 0
  const fitting = matching
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || rank(one.place) - rank(other.place))
  const entry = ({ action }: { action: Action }): Entry => ({
    kind: 'action',
    id: `action-${action.id}`,
    action,
  })
  const own = (action: Action) => action.group === 'ticket' || action.group === 'compose'
  return [
    {
      title: code === null ? 'For this ticket' : `For ${code}`,
      entries: fitting.filter(({ action }) => own(action)).map(entry),
    },
    { title: 'Commands', entries: fitting.filter(({ action }) => !own(action)).map(entry) },
    {
      title: 'Tickets',
      entries: tickets.map((ticket): Entry => ({ kind: 'ticket', id: `ticket-${ticket.id}`, ticket })),
    },
  ].filter(({ entries }) => entries.length > 0)
}

function rank(place: number): number {
  return place < 0 ? Number.MAX_SAFE_INTEGER : place
}
