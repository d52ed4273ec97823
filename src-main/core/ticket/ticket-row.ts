import type { LastWord, TicketRow } from '../../../src-preload/contract/ticket'
import type { DeskState } from '../desk/state'
import { wayOf } from '../intake/way-of'
import { customerView } from '../people/customer-view'
import { agentView, isMe, nameOf } from '../people/names'
import { clockViews, mostUrgent } from '../sla/deadlines'
import type { Ticket } from './ticket'

/** A ticket as a row of the queue. The same at any time: what a clock shows follows from the view and now. */
export function toRow(state: DeskState, ticket: Ticket): TicketRow {
  const { id, code, title, status, priority, assignee, ball, ballSince, holdUntil, conversationId } = ticket
  const { unread, createdAt, failedReplies } = ticket
  return {
    ...{ id, code, title, status, priority, ball, ballSince, holdUntil, unread, createdAt, failedReplies },
    customer: customerView(state, ticket),
    way: wayOf(state.conversations.get(conversationId) ?? { privately: null }),
    assignee: assignee === null ? null : agentView(state, assignee),
    last: lastWord(state, ticket),
    clock: mostUrgent(clockViews(ticket, state.settings)),
  }
}

function lastWord(state: DeskState, { last }: Ticket): LastWord | null {
  if (!last) return null
  const { kind, by, text, at } = last
  return { kind, by: nameOf(state, by), byMe: isMe(state, by), text, at }
}
