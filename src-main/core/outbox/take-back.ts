import { draftKey } from '../conversation/evolve-drafts'
import { messageItemId } from '../conversation/message-item-id'
import { whyUnreachable } from '../conversation/private-chat'
import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { Refusal } from '../refusal'
import type { ReplyEntry } from './entries'

/**
 * Tries a failed reply again, under the same random_id: an uncertain one that did arrive is not doubled.
 *
 * @throws {@link Refusal} `not-found` if it went out or was discarded; `not-allowed` if the customer cannot be reached.
 */
export function retryReply(course: Course, { outboxId }: IntentOf<'retry-reply'>): void {
  const { conversationId, ticketId, state } = replyOf(course, outboxId)
  const conversation = course.state.conversations.get(conversationId)
  const unreachable = conversation ? whyUnreachable(course.state, conversation) : null
  if (unreachable !== null) throw new Refusal('not-allowed', unreachable)
  if (state.kind === 'failed') course.happen({ kind: 'reply-retried', conversationId, ticketId, outboxId })
}

/**
 * Takes a reply back before it went out, or one that failed. Its text and files become the draft again, in front
 * of what was written and chosen since; what the desk wrote by itself is nobody's draft.
 *
 * @throws {@link Refusal} `not-found` if it went out, `not-allowed` if it is on its way.
 */
export function discardReply(course: Course, { outboxId }: IntentOf<'discard-reply'>): void {
  const reply = replyOf(course, outboxId)
  const { conversationId, ticketId, state, text, replyTo } = reply
  if (state.kind === 'attempted')
    throw new Refusal('not-allowed', 'This reply is on its way already. It cannot be taken back.')
  course.happen({ kind: 'reply-discarded', conversationId, ticketId, outboxId })
  const since = course.state.drafts.get(draftKey(ticketId, 'reply'))
  const parts = [text, since?.text ?? ''].filter((part) => part !== '')
  const chosen = since?.files ?? []
  const files = [...reply.files, ...chosen.filter(({ id }) => reply.files.every((file) => file.id !== id))]
  if (reply.purpose === undefined && parts.length + files.length > 0)
    course.happen({
      kind: 'draft-saved',
      ...{ conversationId, ticketId },
      mode: 'reply',
      text: parts.join('\n\n'),
      replyTo: replyTo === null ? (since?.replyTo ?? null) : itemOf(course, reply, replyTo),
      ...(files.length === 0 ? {} : { files }),
    })
}

/** The item of the message a reply answers. */
function itemOf({ state }: Course, { conversationId, chatId }: ReplyEntry, number: number): string {
  const sent = state.conversations.get(conversationId)?.sentReplies.find((one) => one.number === number)
  return sent ? `o:${sent.outboxId}` : messageItemId(conversationId, { chatId, number })
}

function replyOf({ state }: Course, outboxId: string): ReplyEntry {
  const entry = state.outbox.get(outboxId)
  if (entry?.kind !== 'reply')
    throw new Refusal('not-found', 'This reply is not waiting any more.', { field: 'outboxId' })
  return entry
}
