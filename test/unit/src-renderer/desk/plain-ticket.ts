import type { TicketRow, TicketView } from '../../../../src-preload/contract/ticket'

/** A row of the queue with nothing special about it. */
export const plainRow: TicketRow = {
  id: 't',
  code: 'DSA312',
  title: 'Charged twice',
  customer: { id: 'c', name: 'Mira', username: null, earlierTickets: 0, tier: null, isDeleted: false },
  way: 'topic',
  status: 'open',
  priority: 'medium',
  assignee: null,
  ball: 'ours',
  ballSince: 0,
  holdUntil: null,
  unread: 0,
  last: null,
  clock: { kind: 'none', clock: 'first-reply' },
  createdAt: 0,
  failedReplies: 0,
}

/** A ticket with nothing special about it. */
export const plainTicket: TicketView = {
  ...plainRow,
  clocks: [],
  conversationId: 'c',
  groupTitle: 'Fernline Help',
  account: null,
  isFollowed: true,
  blockedAt: null,
  mirror: null,
  fields: [],
  intakeAsks: null,
  topic: { title: 'Charged twice', state: 'open' },
  createdBy: 'Mira',
  holdReason: null,
  resolvedAt: null,
  closedAt: null,
  closedBy: null,
  messages: 1,
  followUpOf: null,
  followUps: [],
  allowedStatuses: [],
}
