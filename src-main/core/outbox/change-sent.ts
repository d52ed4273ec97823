import type { Conversation } from '../conversation/conversation'
import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { editOwnCopy } from '../mirror/edit-copy'
import { topicNumberOf } from '../mirror/mirror-at'
import { sayInTopic } from '../mirror/say-in-topic'
import { deskName, nameOf } from '../people/names'
import { Refusal } from '../refusal'
import { ticketOf } from '../ticket/find-ticket'
import { changedNumbers, changeOf } from './changes'
import { fileCount } from './echo'
import { entriesInOrder } from './entries'
import { findSent, type Sent } from './find-sent'
import { topicTaskId } from './outbox-id'
import { checkHolder, checkPlace, checkText } from './queue-reply'
import { rewriteSent } from './rewrite-sent'

/** A reply at the customer that may be changed. */
interface Changeable {
  readonly conversation: Conversation
  readonly sent: Sent
  readonly number: number
}

/**
 * Gives a reply that arrived other words, for the customer too, and for the staff group's copy. The same words are no
 * change.
 *
 * @throws {@link Refusal} `invalid-input` for nothing or too much; `conflict` if someone else has the ticket (R85);
 * `not-allowed` where nothing may be sent either, for what the desk wrote by itself and what has no words; `not-found`
 * for what did not arrive or was deleted.
 */
export function editSent(course: Course, intent: IntentOf<'edit-reply'>): void {
  const { conversation, sent, number } = changeable(course, intent)
  const { queued, chatId } = sent
  if (queued.content || queued.media?.some(({ kind }) => kind === 'sticker'))
    throw new Refusal('not-allowed', 'This message has no words that could be changed.')
  const { text, entities } = intent
  checkText(text, fileCount({ files: queued.files, media: queued.media ?? [] }))
  const { id: conversationId } = conversation
  const { ticketId } = queued
  if (isGoing(course, conversationId, number)) throw gone()
  const before = course.known.latest(chatId, number) ?? queued
  const isSame = before.text === text && JSON.stringify(before.entities) === JSON.stringify(entities)
  if (isSame) return
  rewriteSent(course, { conversationId, ticketId, chatId, number }, { text, entities, before })
  const senderId = course.by.kind === 'agent' ? course.by.id : ''
  editOwnCopy(course, conversationId, number, { text, entities, senderId })
}

/**
 * Deletes a reply that arrived, for the customer too: of an album, and of what a colleague wrote in several parts, all
 * of it. The staff group's copy stays, and the topic says so. What goes already is not deleted twice.
 *
 * @throws {@link Refusal} as {@link editSent} does.
 */
export function deleteSent(course: Course, intent: IntentOf<'delete-reply'>): void {
  const { conversation, sent, number } = changeable(course, intent)
  const { id: conversationId, mirror } = conversation
  if (isGoing(course, conversationId, number)) return
  const numbers = new Set([number, ...numbersOf(sent), ...partsInTopic(course, conversation, sent)])
  const [, ...more] = numbers
  course.happen({
    kind: 'topic-task-queued',
    ...{ conversationId, ticketId: sent.queued.ticketId },
    outboxId: topicTaskId(conversationId, course.state.seq + 1),
    task: { kind: 'delete', number, ...(more.length === 0 ? {} : { more }) },
  })
  const copy = mirror && topicNumberOf(mirror, number)
  const who = course.by.kind === 'agent' ? nameOf(course.state, course.by.id) : deskName
  sayInTopic(
    course,
    conversationId,
    `${who} deleted ${copy === null ? 'a' : 'this'} message for the customer.`,
    copy,
  )
}

function changeable(
  course: Course,
  { ticketId, outboxId }: { readonly ticketId: string; readonly outboxId: string },
): Changeable {
  const ticket = ticketOf(course.state, ticketId)
  const conversation = course.state.conversations.get(ticket.conversationId)
  const sent = conversation ? findSent(course, conversation.id, outboxId) : null
  if (!conversation || !sent)
    throw new Refusal(
      'not-found',
      'This message is not at the customer, or too old to be changed from here.',
      {
        field: 'outboxId',
      },
    )
  checkPlace(course, ticket, conversation)
  checkHolder(course, ticket)
  const { queued, number, chatId, isDeleted } = sent
  if (queued.purpose !== undefined)
    throw new Refusal('not-allowed', 'The desk wrote this by itself. It cannot be changed.')
  if (number === null)
    throw new Refusal(
      'not-allowed',
      'Telegram has not said yet which message this is. Try again in a moment.',
    )
  if (chatId !== conversation.chatId)
    throw new Refusal('not-allowed', 'This went to the group of before. Change it in Telegram.')
  if (isDeleted) throw gone()
  return { conversation, sent, number }
}

function gone(): Refusal {
  return new Refusal('not-found', 'This message was deleted.', { field: 'outboxId' })
}

/** Whether the end of a message is on its way. */
function isGoing({ state }: Course, conversationId: string, number: number): boolean {
  return entriesInOrder(state, conversationId).some((entry) => {
    const change = changeOf(entry)
    return change?.kind === 'delete' && changedNumbers(change).includes(number)
  })
}

function numbersOf({ number, others }: Sent): readonly number[] {
  const rest = others.map((part) => part.number).sort((one, other) => one - other)
  return number === null ? [] : [number, ...rest]
}

/** Numbers of all that went out for one message of the staff group. */
function partsInTopic(
  course: Course,
  { id, mirror, sentReplies }: Conversation,
  { queued }: Sent,
): readonly number[] {
  const { origin } = queued
  if (!mirror || origin?.chatId !== mirror.groupId) return []
  const copies = mirror.copies.filter(
    ({ from, topicNumber }) => from === 'topic' && topicNumber === origin.number,
  )
  return copies.flatMap(({ privateNumber }) => {
    const outboxId = sentReplies.find(({ number }) => number === privateNumber)?.outboxId
    const sent = outboxId === undefined ? null : findSent(course, id, outboxId)
    return sent ? numbersOf(sent) : [privateNumber]
  })
}
