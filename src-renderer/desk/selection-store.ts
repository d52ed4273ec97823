import { create } from 'zustand'
import type { QueueView } from '../../src-preload/contract/queue'

export type Place = 'desk' | 'settings'
export type Part = 'rail' | 'queue' | 'conversation' | 'composer' | 'sheet'

/** Where the agent is: it survives leaving a place and coming back. */
interface Selection {
  readonly place: Place
  readonly view: QueueView
  /** How often a view was asked for, be it the one that is shown. */
  readonly viewCount: number
  readonly ticketId: string | null
  /** Whether the sheet lies over the conversation; means nothing while it is docked. */
  readonly sheetOpen: boolean
  /** Where the focus shall go; each request has a new count, so that asking twice works twice. */
  readonly focus: { readonly part: Part; readonly count: number } | null
}

export const useSelection = create<Selection>(() => ({
  place: 'desk',
  view: 'all',
  viewCount: 0,
  ticketId: null,
  sheetOpen: false,
  focus: null,
}))

/** Goes to a place of the rail. */
export function go(place: Place): void {
  useSelection.setState({ place })
}

/** Shows a view of the queue, in the desk. */
export function showView(view: QueueView): void {
  useSelection.setState(({ viewCount }) => ({ place: 'desk', view, viewCount: viewCount + 1 }))
}

/** Chooses a ticket, in the desk; null chooses none. */
export function selectTicket(ticketId: string | null): void {
  useSelection.setState({ place: 'desk', ticketId })
}

/** Lays the sheet over the conversation, or takes it away. */
export function openSheet(sheetOpen: boolean): void {
  useSelection.setState({ sheetOpen })
}

/** Asks a part of the window to take the focus. */
export function requestFocus(part: Part): void {
  useSelection.setState(({ focus }) => ({ focus: { part, count: (focus?.count ?? 0) + 1 } }))
}

/** Chooses a ticket and puts the cursor into its composer, as a notification does. */
export function openTicket(ticketId: string): void {
  selectTicket(ticketId)
  requestFocus('composer')
}
