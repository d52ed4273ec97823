import { create } from 'zustand'

/** Where the log of a ticket is asked to go. `number` grows, so that asking twice is heard twice. */
export interface ScrollRequest {
  readonly ticketId: string
  readonly to: 'newest' | { readonly itemId: string }
  readonly number: number
}

/** What the agent has really had on screen, and where the log is asked to go. */
export const useReading = create<{
  readonly seen: ReadonlyMap<string, number>
  readonly request: ScrollRequest | null
}>(() => ({ seen: new Map(), request: null }))

/** Notes the newest position that was on screen in a window with focus; it never goes back. */
export function noteSeen(ticketId: string, position: number) {
  const { seen } = useReading.getState()
  if (position > (seen.get(ticketId) ?? -1))
    useReading.setState({ seen: new Map(seen).set(ticketId, position) })
}

/** Asks the open log to scroll. */
export function scrollTo(ticketId: string, to: ScrollRequest['to']) {
  useReading.setState(({ request }) => ({ request: { ticketId, to, number: (request?.number ?? 0) + 1 } }))
}
