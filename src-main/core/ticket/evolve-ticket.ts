import { type MessageId, messageId } from '../conversation/message'
import { oneLine } from '../conversation/one-line'
import type { Actor } from '../desk/actor'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { runAfter } from '../intake/intake-run'
import { stillTrue } from '../sla/still-true'
import { ms } from '../time'
import { withStatus } from './evolve-status'
import {
  withContext,
  withCustomerMessage,
  withLateNumber,
  withReply,
  withRewrite,
  withTeamMessage,
} from './evolve-words'
import type { Ticket } from './ticket'

const keptNotes = 8

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
      if (entry?.kind !== 'reply') return withLateNumber(ticket, event, state)
      const better = fewerFailed(ticket, state, event.outboxId)
      if (entry.purpose === undefined) return withReply(better, { ...recorded, event }, entry, settings)
      return withRun(better, event.outboxId, ms(at))
    }
    case 'reply-failed': {
      const isKnown = isFailed(state, event.outboxId)
      const worse = isKnown ? ticket : { ...ticket, failedReplies: ticket.failedReplies + 1 }
      return withRun(worse, event.outboxId, ms(at))
    }
    case 'reply-retried':
      return fewerFailed(ticket, state, event.outboxId)
    case 'reply-discarded':
      return withRun(fewerFailed(ticket, state, event.outboxId), event.outboxId, ms(at))
    case 'message-edited':
      return isLastWord(ticket, event.messageId, state)
        ? withRewrite(ticket, event.text, event.media)
        : ticket
    case 'message-deleted':
      return isLastWord(ticket, event.messageId, state) ? withRewrite(ticket, 'Deleted') : ticket
    case 'note-added':
      return {
        ...ticket,
        noteIds: [...(ticket.noteIds ?? []), event.noteId].slice(-keptNotes),
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

/** What became of the form's question begins the time for its answer. */
function withRun(ticket: Ticket, outboxId: string, at: number): Ticket {
  const intake = runAfter(ticket.intake, outboxId, at)
  return intake === ticket.intake ? ticket : { ...ticket, intake }
}

function noteAsLast(ticket: Ticket, by: Actor, text: string, at: number): Ticket['last'] {
  return by.kind === 'agent' ? { kind: 'note', by: by.id, text: oneLine(text), at } : ticket.last
}
