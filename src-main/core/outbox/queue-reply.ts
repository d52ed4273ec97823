import { messageMaxLength } from '../../../src-preload/contract/limits'
import type { Conversation } from '../conversation/conversation'
import { numberIn } from '../conversation/message'
import { messageItemId } from '../conversation/message-item-id'
import { whyUnreachable } from '../conversation/private-chat'
import { captionMaxLength } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import type { DeskState } from '../desk/state'
import { isMe, nameOf } from '../people/names'
import { Refusal } from '../refusal'
import { ticketOf } from '../ticket/find-ticket'
import type { Ticket } from '../ticket/ticket'
import { iso } from '../time'
import { comingTopicState } from './topic-task'

type QueueReply = IntentOf<'queue-reply'>

/**
 * Puts a reply on its way to the customer, held back a moment for Undo. The same id twice is the same reply.
 *
 * @throws {@link Refusal} `invalid-input` for nothing to send or too much; `not-allowed` where the ticket or
 * its topic is closed, or the customer cannot be reached; `conflict` if someone else has the ticket (R85), or the customer wrote something the
 * agent did not see, unless `force`.
 */
export function queueReply(course: Course, intent: QueueReply): void {
  const { ticketId, outboxId, text, entities, files, after } = intent
  const ticket = ticketOf(course.state, ticketId)
  const conversation = course.state.conversations.get(ticket.conversationId)
  if (!conversation || isQueuedBefore(course.state, ticketId, outboxId)) return
  checkText(text, files.length)
  checkPlace(course, ticket, conversation)
  checkHolder(course, ticket)
  if (!intent.force && ticket.customerPosition > intent.seenPosition)
    throw new Refusal('conflict', `${nameOf(course.state, ticket.customerId)} wrote while you were typing.`)
  course.happen({
    kind: 'reply-queued',
    conversationId: conversation.id,
    ...{ ticketId, outboxId, text, entities, files, after },
    replyTo: standing(conversation, numberOf(conversation, intent.replyTo)),
    holdUntil: iso(course.at + course.state.settings.sendHoldMs),
  })
}

/** Whether a reply is on its way or there already. */
export function isQueuedBefore(state: DeskState, ticketId: string, outboxId: string): boolean {
  const conversation = state.conversations.get(state.tickets.get(ticketId)?.conversationId ?? '')
  const sent = conversation?.sentReplies ?? []
  return state.outbox.has(outboxId) || sent.some((reply) => reply.outboxId === outboxId)
}

/** @throws {@link Refusal} `invalid-input` for nothing, or for more than Telegram takes with so many files. */
export function checkText(text: string, files: number): void {
  if (text.trim() === '' && files === 0)
    throw new Refusal('invalid-input', 'Write something first.', { field: 'text' })
  const limit = files > 0 ? captionMaxLength : messageMaxLength
  if (text.length <= limit) return
  const what = files > 0 ? 'With a file, Telegram takes' : 'Telegram takes'
  throw new Refusal(
    'invalid-input',
    `${what} ${grouped(limit)} characters. This has ${grouped(text.length)}.`,
    {
      field: 'text',
    },
  )
}

/** @throws {@link Refusal} `not-allowed` where the ticket or its topic is closed, or the customer cannot be reached. */
export function checkPlace({ state }: Course, ticket: Ticket, conversation: Conversation): void {
  if (ticket.status === 'closed')
    throw new Refusal('not-allowed', `${ticket.code} is closed. Reopen it to reply.`)
  const unreachable = whyUnreachable(state, conversation)
  if (unreachable !== null) throw new Refusal('not-allowed', unreachable)
  const topic = comingTopicState(state, conversation)
  if (topic === 'closed')
    throw new Refusal('not-allowed', 'The topic is closed in Telegram. Reopen the ticket to reply.')
  if (topic === 'deleted')
    throw new Refusal('not-allowed', 'The topic was deleted in Telegram. Make it anew to reply.')
}

/** @throws {@link Refusal} `conflict` if someone else has the ticket (R85). */
export function checkHolder({ state, by }: Course, { assignee }: Ticket): void {
  if (assignee === null || isMe(state, assignee) || (by.kind === 'agent' && by.id === assignee)) return
  throw new Refusal('conflict', `${nameOf(state, assignee)} has this ticket. Take it over to reply.`)
}

/** The number of the message an item shows; null if it has none yet, or is in a chat of before. */
function numberOf(conversation: Conversation, itemId: string | null): number | null {
  if (itemId === null) return null
  if (itemId.startsWith('m:')) {
    const number = numberIn(itemId.slice(2))
    return itemId === messageItemId(conversation.id, { ...conversation, number }) ? number || null : null
  }
  const sent = conversation.sentReplies.find(({ outboxId }) => itemId === `o:${outboxId}`)
  return sent?.number ?? null
}

/** Telegram refuses what answers a message that was deleted. */
function standing({ deletedNumbers }: Conversation, number: number | null): number | null {
  return number !== null && deletedNumbers.includes(number) ? null : number
}

function grouped(count: number): string {
  return String(count).replace(/(?=(\d{3})+$)\B/g, ',')
}
