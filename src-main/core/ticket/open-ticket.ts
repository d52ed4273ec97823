import type { DeskEvent, Recorded } from '../desk/events'
import { startClocks } from '../sla/fold-clocks'
import { ms } from '../time'
import type { Ticket } from './ticket'

/** A ticket as it begins. Its clocks count from the customer's first message, not from when we heard (C6). */
export function openedTicket({
  event,
  by,
}: Recorded<Extract<DeskEvent, { kind: 'ticket-created' }>>): Ticket {
  const openedAt = ms(event.openedAt)
  return {
    id: event.ticketId,
    code: event.code,
    conversationId: event.conversationId,
    customerId: event.customerId,
    title: event.title,
    status: event.status ?? 'new',
    statusSince: openedAt,
    priority: event.priority,
    assignee: null,
    ball: 'ours',
    ballSince: openedAt,
    holdUntil: null,
    holdReason: null,
    createdAt: openedAt,
    createdBy: by,
    resolvedAt: null,
    closedAt: null,
    closedBy: null,
    followUpOf: event.followUpOf,
    messages: 0,
    unread: 0,
    seenPosition: 0,
    customerPosition: 0,
    repliedAt: null,
    replyNumber: 0,
    last: null,
    clocks: startClocks(openedAt),
    noticed: [],
    failedReplies: 0,
    fields: [],
    intake: null,
    isAcknowledged: false,
  }
}
