import type { FromTopic } from '../conversation/conversation'
import type { Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { entriesInOrder, mayBeThere, type ReplyEntry } from '../outbox/entries'
import type { ReplyOrigin } from '../outbox/entry'
import { topicTaskId } from '../outbox/outbox-id'
import { rewriteSent } from '../outbox/rewrite-sent'
import { deskName, nameOf } from '../people/names'
import { iso } from '../time'
import { isUnnamed, type Mirrored } from './mirror-at'
import { leavingNumbers, type Part, partsOf, splitAgain } from './parts'
import { sayInTopic } from './say-in-topic'
import { commandOf } from './staff-command'

/** A reply of the staff group that says something else now. */
interface Edited extends Words {
  readonly editedAt: string
  /** Of whom, if that is said where nothing can be changed. */
  readonly by?: string
  /** The part that arrived just now, and what it said. */
  readonly arrived?: Words & { readonly number: number }
}

/**
 * A colleague changed a reply in the staff group: what the customer has of it changes with it, each part that reads
 * otherwise now. What takes more parts than before goes on in new messages, what takes fewer loses its last ones. One
 * that is not there yet goes out as it was and changes then ({@link editAfterSending}). One that became a command or a
 * note is not for the customer any more.
 */
export function editReply(
  course: Course,
  conversation: Mirrored,
  ticketId: string,
  topicNumber: number,
  edited: Edited,
): void {
  const { id: conversationId, mirror } = conversation
  const waiting = waitingParts(course, conversation, topicNumber)
  const leaving = leavingNumbers(course, conversationId, false)
  const there = partsOf(
    mirror.copies.filter((copy) => copy.from === 'topic' && copy.topicNumber === topicNumber),
  ).filter(({ privateNumber }) => !leaving.has(privateNumber))
  if (commandOf(edited.text)) {
    becomeCommand(course, conversation, topicNumber, { isThere: there.length > 0, waiting })
    return
  }
  if (there.length === 0) {
    if (waiting.length === 0) sayNotThere(course, conversation, topicNumber, edited)
    return
  }
  const isCaption = there.some((part) => part.isCaption) || waiting.some(({ media }) => media.length > 0)
  const parts = splitAgain(edited, isCaption)
  const before = 1 + Math.max(...there.map(({ nth }) => nth), ...waiting.map(nthOf))
  for (const [nth, words] of parts.entries()) {
    const part = there.find((one) => one.nth === nth)
    if (part) change(course, conversation, ticketId, part, words, edited)
    else if (nth >= before) goOn(course, conversation, ticketId, { topicNumber, nth }, words)
  }
  for (const { privateNumber: number } of there.filter(({ nth }) => nth >= parts.length))
    takeOut(course, conversationId, ticketId, number)
  for (const entry of waiting)
    if (nthOf(entry) >= parts.length && !mayBeThere(entry))
      course.happen({ kind: 'reply-discarded', conversationId, ticketId: entry.ticketId, outboxId: entry.id })
}

/** A reply of the staff group at the customer: what it said when it went out. */
interface ArrivedReply extends Words {
  readonly conversationId: string
  readonly ticketId: string
  readonly origin: ReplyOrigin
  readonly number: number
  /** Null for the desk's own, as it asks now. */
  readonly authorId: string | null
}

/** A reply arrived at the customer: what its author changed meanwhile in the staff group follows now. */
export function editAfterSending(course: Course, reply: ArrivedReply): void {
  const { conversationId, ticketId, origin, authorId, number, text, entities } = reply
  const newest = course.known.latest(origin.chatId, origin.number)
  const conversation = course.state.conversations.get(conversationId)
  if (!newest || conversation?.mirror?.groupId !== origin.chatId || newest.text === text) return
  const edited: Edited = {
    ...{ text: newest.text, entities: newest.entities, editedAt: iso(course.at) },
    arrived: { number, text, entities },
  }
  const { mirror } = conversation
  const by = authorId === null ? course.by : ({ kind: 'agent', id: authorId } as const)
  course.as(by, () => editReply(course, { ...conversation, mirror }, ticketId, origin.number, edited))
}

/** The same for one of which Telegram named the message only now, with a late echo. */
export function editAfterEcho(
  course: Course,
  { conversationId, ticketId }: Pick<ArrivedReply, 'conversationId' | 'ticketId'>,
  { origin, authorId }: FromTopic,
  { chatId, number }: { readonly chatId: string; readonly number: number },
): void {
  const words = course.known.latest(chatId, number)
  if (words) editAfterSending(course, { conversationId, ticketId, origin, authorId, number, ...words })
}

/** Parts that are still to go out, or failed. */
function waitingParts(
  { state }: Course,
  { id, mirror }: Mirrored,
  topicNumber: number,
): readonly ReplyEntry[] {
  return entriesInOrder(state, id).flatMap((entry) =>
    entry.kind === 'reply' && entry.origin?.chatId === mirror.groupId && entry.origin.number === topicNumber
      ? [entry]
      : [],
  )
}

function nthOf({ origin }: ReplyEntry): number {
  return origin?.part ?? 0
}

/** One message of the customer's chat gets other words; the same words are no change. */
function change(
  course: Course,
  { id: conversationId, chatId }: Mirrored,
  ticketId: string,
  { privateNumber: number }: Part,
  { text, entities }: Words,
  { editedAt, arrived }: Edited,
): void {
  const before = arrived?.number === number ? arrived : course.known.latest(chatId, number)
  if (before?.text === text && JSON.stringify(before.entities) === JSON.stringify(entities)) return
  rewriteSent(course, { conversationId, ticketId, chatId, number }, { text, entities, before, editedAt })
}

/** A part more than there were: a message of its own, by the same author. */
function goOn(
  course: Course,
  { id: conversationId, mirror }: Mirrored,
  ticketId: string,
  { topicNumber: number, nth: part }: { readonly topicNumber: number; readonly nth: number },
  words: Words,
): void {
  course.happen({
    kind: 'reply-queued',
    ...{ conversationId, ticketId, outboxId: topicTaskId(conversationId, course.state.seq + 1), ...words },
    files: [],
    replyTo: null,
    holdUntil: iso(course.at),
    after: 'nothing',
    origin: { chatId: mirror.groupId, number, part },
  })
}

/** A part that is not needed any more. */
function takeOut(course: Course, conversationId: string, ticketId: string, number: number): void {
  const outboxId = topicTaskId(conversationId, course.state.seq + 1)
  const task = { kind: 'delete', number } as const
  course.happen({ kind: 'topic-task-queued', conversationId, ticketId, outboxId, task }, { kind: 'desk' })
}

/** What is not there yet does not go there, what is there stays as it was, and nothing of a command goes to the customer. */
function becomeCommand(
  course: Course,
  { id: conversationId }: Mirrored,
  topicNumber: number,
  { isThere, waiting }: { readonly isThere: boolean; readonly waiting: readonly ReplyEntry[] },
): void {
  const taken = waiting.filter((entry) => !mayBeThere(entry))
  for (const { id: outboxId, ticketId } of taken)
    course.happen({ kind: 'reply-discarded', conversationId, ticketId, outboxId })
  if (!isThere && taken.length < Math.max(1, waiting.length)) return
  const who = course.by.kind === 'agent' ? nameOf(course.state, course.by.id) : deskName
  const what = isThere
    ? 'The customer has it as it was before.'
    : 'It was not sent. Commands are obeyed in new messages only.'
  const reason = `${who} made a command of a message in the staff group. ${what}`
  course.happen({ kind: 'not-carried', conversationId, reason }, { kind: 'desk' })
  sayInTopic(course, conversationId, reason, topicNumber)
}

/** Nothing is swallowed: the customer has nothing that could change, or not yet. */
function sayNotThere(course: Course, conversation: Mirrored, number: number, { by }: Edited): void {
  if (by === undefined) return
  const { id: conversationId } = conversation
  const why = isUnnamed(conversation, number)
    ? 'Telegram has not said yet which message of the customer that is: it changes when it does.'
    : 'The customer has nothing of it that could change.'
  const reason = `${nameOf(course.state, by)} changed a message in the staff group. ${why}`
  course.happen({ kind: 'not-carried', conversationId, reason }, { kind: 'desk' })
  sayInTopic(course, conversationId, reason, number)
}
