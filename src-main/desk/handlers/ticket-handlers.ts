import type { Handlers } from '../../../src-preload/contract/desk'
import type { AgentIntent } from '../../core/desk/intents'
import type { Desk } from '../desk'
import type { Me } from '../me'
import type { Views } from '../views'

/** Commands of `tickets`: each is one intent, answered with the ticket as it now stands. */
export function ticketHandlers(desk: Desk, me: Me, views: Views): Handlers['tickets'] {
  const ask = async (intent: AgentIntent & { readonly ticketId: string }) => {
    await desk.ask(intent, me())
    return views.ticket(intent.ticketId)
  }
  return {
    get: ({ ticketId }) => views.ticket(ticketId),
    clocks: ({ ticketId }) => views.clocks(ticketId),
    agents: () => views.agents(),
    claim: ({ ticketId }) => ask({ kind: 'claim-ticket', ticketId }),
    release: ({ ticketId }) => ask({ kind: 'release-ticket', ticketId }),
    assign: ({ ticketId, agentId }) => ask({ kind: 'assign-ticket', ticketId, agentId }),
    setStatus: ({ ticketId, to, reason, until }) =>
      ask({ kind: 'change-status', ticketId, to, reason: reason || null, until: until ?? null }),
    setPriority: ({ ticketId, priority }) => ask({ kind: 'change-priority', ticketId, priority }),
    setTitle: ({ ticketId, title }) => ask({ kind: 'rename-ticket', ticketId, title }),
    recreateTopic: ({ ticketId }) => ask({ kind: 'recreate-topic', ticketId }),
  }
}
