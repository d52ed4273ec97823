import { create } from 'zustand'
import { useSelection } from './selection-store'
import { tickets } from './ticket-store'
import { timelines } from './timeline-store'

/** How long the ticket before may stand while the chosen one is fetched; then its outline is shown. */
const patienceMs = 150

interface TicketRooms {
  readonly tickets: Pick<typeof tickets, 'use' | 'open'>
  readonly timelines: Pick<typeof timelines, 'use' | 'open'>
}

/**
 * The ticket whose conversation and sheet are on screen: the chosen one as soon as all of it is here, so that a
 * switch is painted once and not in pieces.
 */
export function createShown(rooms: TicketRooms) {
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
    const both = Promise.all([rooms.tickets.open(ticketId), rooms.timelines.open(ticketId)]).then(
      () => undefined,
    )
    const done = both.finally(() => fetching.delete(ticketId))
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
    const wasHere = isHere(chosen)
    const fetched = fetch(chosen)
    if (wasHere || use.getState().ticketId === null) return show()
    timer = setTimeout(show, patienceMs)
    void fetched.then(show, show)
  }

  /** Fetches tickets that are likely to be chosen next, one after the other, unless they are here. */
  async function fetchAhead(ticketIds: readonly string[]): Promise<void> {
    for (const ticketId of ticketIds) if (!isHere(ticketId)) await fetch(ticketId)
  }

  return { use, follow, fetchAhead }
}

export const shown = createShown({ tickets, timelines })

/** Follows what the agent chooses. Answers how to stop. */
export function followChoice(): () => void {
  return useSelection.subscribe(({ ticketId }, before) => {
    if (ticketId !== before.ticketId) shown.follow(ticketId)
  })
}

/** The ticket on screen; null for none. */
export const useShownTicket = () => shown.use((state) => state.ticketId)
