import { type MessageId, messageId } from '../conversation/message'
import { oneLine } from '../conversation/one-line'
import type { Actor } from '../desk/actor'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { stillTrue } from '../sla/still-true'
import { ms } from '../time'
import { withStatus } from './evolve-status'
import { withContext, withCustomerMessage, withReply, withRewrite, withTeamMessage } from './evolve-words'
import type { Ticket } from './ticket'

type OnTicket = Extract<DeskEvent, { ticketId: string }>

/**
 * Folds an event into the ticket it names, answering the same ticket if the event says nothing about it.
 * `state` is the desk before the event.
 */
export function evolveTicket(ticket: Ticket, recorded: Recorded<OnTicket>, state: DeskState): Ticket {
  const { event, at, by } = recorded
  const { settings } = state
  switch (event.kind) {
    case 'message-received': {
      const received = { ...recorded, event }
      if (event.partOf !== undefined || by.kind === 'desk') return ticket
      if (event.isContext) return withContext(ticket, received)
      return event.side === 'customer'
        ? withCustomerMessage(ticket, received, settings)
        : withTeamMessage(ticket, received, settings)
    }
    case 'reply-sent': {
      const entry = state.outbox.get(event.outboxId)
      if (entry?.kind !== 'reply') return ticket
      const better = fewerFailed(ticket, state, event.outboxId)
      return entry.purpose === undefined ? withReply(better, { ...recorded, event }, entry, settings) : better
    }
    case 'reply-failed':
      return isFailed(state, event.outboxId) ? ticket : { ...ticket, failedReplies: ticket.failedReplies + 1 }
    case 'reply-retried':
    case 'reply-discarded':
      return fewerFailed(ticket, state, event.outboxId)
    case 'message-edited':
      return isLastWord(ticket, event.messageId, state)
        ? withRewrite(ticket, event.text, event.media)
        : ticket
    case 'message-deleted':
      return isLastWord(ticket, event.messageId, state) ? withRewrite(ticket, 'Deleted') : ticket
    case 'note-added':
      return {
        ...ticket,
        lastNoteId: event.noteId,
        last: noteAsLast(ticket, recorded.by, event.text, ms(at)),
      }
    case 'ticket-seen': {
      const seenPosition = Math.max(ticket.seenPosition, event.position)
      return { ...ticket, seenPosition, unread: seenPosition >= ticket.customerPosition ? 0 : ticket.unread }
    }
    case 'ticket-assigned':
      return { ...ticket, assignee: event.agentId }
    case 'status-changed':
      return withStatus(ticket, { ...recorded, event }, settings)
    case 'priority-changed': {
      const changed = { ...ticket, priority: event.to }
      return { ...changed, noticed: stillTrue(changed, settings, ms(at)) }
    }
    case 'ticket-renamed':
      return { ...ticket, title: event.title }
    case 'clock-noticed': {
      const noticed = `${event.clock}:${event.level}` as const
      return ticket.noticed.includes(noticed) ? ticket : { ...ticket, noticed: [...ticket.noticed, noticed] }
    }
    case 'reply-queued':
      return event.purpose === 'acknowledgement' ? { ...ticket, isAcknowledged: true } : ticket
    case 'intake-moved':
      return { ...ticket, intake: event.run }
    case 'field-answered':
      return {
        ...ticket,
        fields: [...ticket.fields.filter(({ key }) => key !== event.field.key), event.field],
      }
    case 'ticket-created':
    case 'reply-extended':
    case 'topic-task-extended':
    case 'reply-attempted':
    case 'draft-saved':
    case 'topic-task-queued':
    case 'topic-task-done':
    case 'topic-task-failed':
      return ticket
  }
}

/** A message of the staff group may have the number of one in the customer's chat (T1). */
function isLastWord({ last, conversationId }: Ticket, id: MessageId, { conversations }: DeskState): boolean {
  const chatId = conversations.get(conversationId)?.chatId
  return last?.number !== undefined && chatId !== undefined && messageId(chatId, last.number) === id
}

function isFailed(state: DeskState, outboxId: string): boolean {
  return state.outbox.get(outboxId)?.state.kind === 'failed'
}

function fewerFailed(ticket: Ticket, state: DeskState, outboxId: string): Ticket {
  if (!isFailed(state, outboxId)) return ticket
  return { ...ticket, failedReplies: Math.max(0, ticket.failedReplies - 1) }
}

function noteAsLast(ticket: Ticket, by: Actor, text: string, at: number): Ticket['last'] {
  return by.kind === 'agent' ? { kind: 'note', by: by.id, text: oneLine(text), at } : ticket.last
}
