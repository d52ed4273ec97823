import { useSelection } from './selection-store'
import { tickets } from './ticket-store'

const key = 'topicdesk.last-ticket'

/** Remembers on this computer which ticket was open last. Answers how to stop. */
export function rememberTicket(): () => void {
  return useSelection.subscribe(({ ticketId }, before) => {
    if (ticketId !== null && ticketId !== before.ticketId) localStorage.setItem(key, ticketId)
  })
}

/** Chooses the ticket that was open last, unless it is gone or the agent was quicker. */
export async function reopenTicket(): Promise<void> {
  const ticketId = localStorage.getItem(key)
  if (ticketId === null || useSelection.getState().ticketId !== null) return
  await tickets.open(ticketId)
  const { byId, failures } = tickets.use.getState()
  if (failures.get(ticketId)?.code === 'not-found') localStorage.removeItem(key)
  if (byId.has(ticketId) && useSelection.getState().ticketId === null) useSelection.setState({ ticketId })
}
