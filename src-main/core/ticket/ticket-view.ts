import type { TicketView } from '../../../src-preload/contract/ticket'
import type { Conversation } from '../conversation/conversation'
import type { DeskState } from '../desk/state'
import { accountOfChat, groupOf } from '../people/accounts'
import { actorName } from '../people/names'
import { clockViews } from '../sla/deadlines'
import type { Ticket } from './ticket'
import { toRow } from './ticket-row'
import { allowedStatuses } from './transitions'

/** A ticket in full, for the bar and the sheet. */
export function toView(state: DeskState, ticket: Ticket): TicketView {
  const { conversationId, holdReason, resolvedAt, closedAt, closedBy, messages } = ticket
  const conversation = state.conversations.get(conversationId)
  const before = ticket.followUpOf === null ? undefined : state.tickets.get(ticket.followUpOf)
  return {
    ...toRow(state, ticket),
    ...{ conversationId, holdReason, resolvedAt, closedAt, messages },
    clocks: clockViews(ticket, state.settings),
    groupTitle: (conversation && groupOf(state, conversation.chatId)?.title) ?? '',
    ...throughWhat(state, conversation),
    fields: ticket.fields,
    intakeAsks: ticket.intake?.questions.find(({ key }) => key === ticket.intake?.asked)?.label ?? null,
    topic: { title: conversation?.title ?? ticket.title, state: conversation?.state ?? 'deleted' },
    createdBy: actorName(state, ticket.createdBy),
    closedBy: closedBy && actorName(state, closedBy),
    followUpOf: before ? { id: before.id, code: before.code } : null,
    followUps: (conversation?.ticketIds ?? []).flatMap((id) => {
      const follower = state.tickets.get(id)
      return follower?.followUpOf === ticket.id ? [{ id, code: follower.code }] : []
    }),
    allowedStatuses: allowedStatuses(ticket.status),
  }
}

/** Through what the customer is answered. */
function throughWhat(
  state: DeskState,
  conversation: Conversation | undefined,
): Pick<TicketView, 'account' | 'isFollowed' | 'blockedAt' | 'mirror'> {
  const account = conversation ? accountOfChat(state, conversation.chatId) : null
  const group = conversation ? groupOf(state, conversation.chatId) : null
  const mirror = conversation?.mirror
  return {
    account: account && { id: account.id, name: account.name, kind: account.kind },
    isFollowed: conversation?.privately?.isFollowed ?? group !== null,
    blockedAt: conversation?.privately?.blockedAt ?? null,
    mirror: mirror ? { groupTitle: groupOf(state, mirror.groupId)?.title ?? '', state: mirror.state } : null,
  }
}
