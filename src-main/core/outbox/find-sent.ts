import { type IncomingMessage, type MessageId, messageId, sentChat } from '../conversation/message'
import { readingBack } from '../conversation/read-back'
import type { Course } from '../desk/course'
import type { DeskEvent } from '../desk/events'

/** How many events are read at a time, and how far back a reply is looked for. */
const chunk = 200
const furthest = 10_000

type Of<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>

/** A reply of this desk that arrived. */
export interface Sent {
  readonly queued: Of<'reply-queued'>
  readonly chatId: string
  /** Null while Telegram has only said that it has it. */
  readonly number: number | null
  /** The other messages of its album. */
  readonly others: readonly IncomingMessage[]
  readonly isDeleted: boolean
}

/** Looks up in the journal a reply that arrived; null if it did not, or lies too far back. Reads the disk. */
export function findSent({ known }: Course, conversationId: string, outboxId: string): Sent | null {
  const sent: Of<'reply-sent'>[] = []
  const parts: IncomingMessage[] = []
  const deleted = new Set<MessageId>()
  let looked = 0
  for (const { event } of readingBack(known, conversationId, { chunk })) {
    if (event.kind === 'message-deleted') deleted.add(event.messageId)
    if (event.kind === 'message-received' && event.partOf === outboxId) parts.push(event.message)
    if (event.kind === 'reply-sent' && event.outboxId === outboxId) sent.push(event)
    if (event.kind === 'reply-queued' && event.outboxId === outboxId)
      return found(event, sent, parts, deleted)
    if (++looked === furthest) break
  }
  return null
}

function found(
  queued: Sent['queued'],
  sent: readonly Of<'reply-sent'>[],
  parts: readonly IncomingMessage[],
  deleted: ReadonlySet<MessageId>,
): Sent | null {
  const arrived = sent.find(({ number }) => number !== null) ?? sent[0]
  if (!arrived) return null
  const chatId = sentChat(arrived)
  const { number } = arrived
  return {
    ...{ queued, chatId, number },
    // What a colleague wrote in the staff group belongs to its delivery too, and is no message of the customer's chat.
    others: parts.filter((part) => part.chatId === chatId),
    isDeleted: number !== null && deleted.has(messageId(chatId, number)),
  }
}
