import { create } from 'zustand'
import { afterPaint } from './after-paint'
import { openContact } from './contact-store'
import { drafts } from './draft-store'
import { useSelection } from './selection-store'
import { tickets } from './ticket-store'
import { timelines } from './timeline-store'

/** How long the ticket before may stand while the chosen one is fetched; then its outline is shown. */
const patienceMs = 150

interface TicketRooms {
  readonly tickets: Pick<typeof tickets, 'use' | 'open'>
  readonly timelines: Pick<typeof timelines, 'use' | 'open'>
  /** What else the screen shows with a ticket: read after it, and not waited for when it is slow or refused. */
  readonly around: (ticketId: string) => Promise<unknown>
}

/**
 * The ticket whose conversation and sheet are on screen: the chosen one as soon as all of it is here, so that a
 * switch is painted once and not in pieces.
 */
export function createShown(rooms: TicketRooms, later: (run: () => void) => unknown = afterPaint) {
  const use = create<{ readonly ticketId: string | null }>(() => ({ ticketId: null }))
  const fetching = new Map<string, Promise<void>>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const isHere = (ticketId: string) =>
    rooms.tickets.use.getState().byId.has(ticketId) &&
    (rooms.timelines.use.getState().byTicket.get(ticketId)?.state ?? 'loading') !== 'loading'

  /** Ticket and conversation in one go; asking again while they are on their way asks nothing. */
  function fetch(ticketId: string): Promise<void> {
    const running = fetching.get(ticketId)
    if (running !== undefined) return running
    const ticket = rooms.tickets.open(ticketId).then(() => rooms.around(ticketId))
    const both = Promise.all([ticket, rooms.timelines.open(ticketId)])
    const done = both.then(() => undefined).finally(() => fetching.delete(ticketId))
    fetching.set(ticketId, done)
    return done
  }

  /** Follows the choice. */
  function follow(chosen: string | null) {
    clearTimeout(timer)
    const show = () => {
      if (useSelection.getState().ticketId !== chosen) return
      clearTimeout(timer)
      use.setState({ ticketId: chosen })
    }
    if (chosen === null) return show()
    if (isHere(chosen)) {
      show()
      later(() => {
        if (useSelection.getState().ticketId === chosen) void fetch(chosen)
      })
      return
    }
    const fetched = fetch(chosen)
    if (use.getState().ticketId === null) return show()
    timer = setTimeout(show, patienceMs)
    void fetched.then(show, show)
  }

  /** Fetches tickets that are likely to be chosen next, one after the other, unless they are here. */
  async function fetchAhead(ticketIds: readonly string[]): Promise<void> {
    for (const ticketId of ticketIds) if (!isHere(ticketId)) await fetch(ticketId)
  }

  return { use, follow, fetchAhead }
}

/** The customer, and what was begun to be written. */
const around = (ticketId: string) => {
  const customer = tickets.use.getState().byId.get(ticketId)?.view.customer
  return Promise.all([drafts.open(ticketId), customer && openContact(customer.id)])
}

export const shown = createShown({ tickets, timelines, around })

/** Follows what the agent chooses. Answers how to stop. */
export function followChoice(): () => void {
  return useSelection.subscribe(({ ticketId }, before) => {
    if (ticketId !== before.ticketId) shown.follow(ticketId)
  })
}

/** The ticket on screen; null for none. */
export const useShownTicket = () => shown.use((state) => state.ticketId)
