import type { Conversation } from '../conversation/conversation'
import { prefixed, type Words } from '../conversation/split-text'
import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import type { TopicTask } from '../outbox/entry'
import { nameOf } from '../people/names'
import type { Mirrored } from './mirror-at'
import { leavingNumbers, partsOf, splitAgain } from './parts'
import { queueCopy, queueMirrorTask } from './queue-copy'

/** A customer changed what they wrote: so does its copy, or it is said where the copy is not known any more. */
export function editCopy(course: Course, conversationId: string, number: number, words: Words): void {
  const conversation = course.state.conversations.get(conversationId)
  if (!isShown(conversation) || rewrite(course, conversation, number, words)) return
  show(course, conversation, prefixed('Edited', words), null)
}

/**
 * The bot changed what it had said in a customer's chat, by another program than this desk: so does the copy. What a
 * colleague wrote in the topic nobody but they can change there, so it is said.
 */
export function editOwnCopy(
  course: Course,
  conversationId: string,
  number: number,
  { senderId, ...words }: Words & { readonly senderId: string },
): void {
  const conversation = course.state.conversations.get(conversationId)
  if (!isShown(conversation) || rewrite(course, conversation, number, words)) return
  const original = conversation.mirror.copies.find(({ privateNumber }) => privateNumber === number)
  const who = `${nameOf(course.state, senderId)} changed it for the customer`
  show(course, conversation, prefixed(who, words), original?.topicNumber ?? null)
}

/** A change of ours did not reach the customer: the copy says again what they see. */
export function restoreCopy(course: Course, conversationId: string, number: number, words: Words): void {
  const conversation = course.state.conversations.get(conversationId)
  if (isShown(conversation)) rewrite(course, conversation, number, words)
}

function isShown(conversation: Conversation | undefined): conversation is Mirrored {
  return conversation?.mirror != null && conversation.mirror.state !== 'deleted'
}

/** Changes each part of a copy; more parts follow at the end, surplus ones are deleted. False if no copy is known. */
function rewrite(course: Course, { id, mirror, ticketIds }: Mirrored, number: number, words: Words): boolean {
  const leaving = leavingNumbers(course, id, true)
  const copies = mirror.copies.filter((copy) => copy.from === 'private' && copy.privateNumber === number)
  const there = partsOf(copies).filter(({ topicNumber }) => !leaving.has(topicNumber))
  const [first] = there
  if (!first) return false
  const ticketId = ticketIds.at(-1) ?? id
  const queue = (task: TopicTask) => queueMirrorTask(course, id, ticketId, { task })
  const { who } = first
  const isCaption = there.some((part) => part.isCaption)
  const parts = splitAgain(who === undefined ? words : prefixed(who, words), isCaption)
  const before = 1 + Math.max(...there.map(({ nth }) => nth), ...waitingParts(course, id, number))
  const name = who === undefined ? {} : { who }
  for (const [part, said] of parts.entries()) {
    const twin = there.find(({ nth }) => nth === part)
    if (twin) queue({ kind: 'edit', number: twin.topicNumber, ...said })
    else if (part >= before)
      queue({ kind: 'copy', ...said, media: [], replyTo: null, of: number, albumId: null, part, ...name })
  }
  for (const { topicNumber } of there.filter(({ nth }) => nth >= parts.length))
    queue({ kind: 'delete', number: topicNumber })
  return true
}

/** Which parts of a copy are still to go out. */
function waitingParts({ state }: Course, conversationId: string, number: number): readonly number[] {
  return entriesInOrder(state, conversationId, true).flatMap((entry) => {
    const task = entry.kind === 'topic-task' ? entry.task : 'close'
    return typeof task !== 'string' && task.kind === 'copy' && task.of === number ? [task.part ?? 0] : []
  })
}

function show(course: Course, { id }: Mirrored, { text, entities }: Words, replyTo: number | null): void {
  queueCopy(course, id, { text, entities, media: [], replyTo, of: null, albumId: null })
}
