import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { isStaffGroup } from '../mirror/mirror-at'
import { adoptTopic } from '../mirror/settle-own'
import { changeStaffTopic, deleteStaffTopic } from '../mirror/staff-topic'
import { entriesInOrder } from '../outbox/entries'
import { isTeam } from '../people/names'
import { currentTicket } from '../ticket/find-ticket'
import { setStatus } from '../ticket/set-status'
import { ms } from '../time'
import type { Conversation } from './conversation'
import { conversationAt } from './conversation-at'
import { conversationId } from './message'
import { wentBefore } from './went-before'

type Fact<K extends TelegramFact['kind']> = Extract<TelegramFact, { kind: K }>

/**
 * Telegram's General topic. It is where a group talks about everything and nothing, it cannot be closed or
 * deleted, and it has no customer of its own: so it is never a ticket, and what is said there is not kept.
 */
export const generalTopicId = 1

/** The conversation of a topic, found now if it was not known. Null for General. */
export function findConversation(
  course: Course,
  chatId: string,
  topicId: number,
  title = `Topic ${topicId}`,
): Conversation | null {
  if (topicId === generalTopicId) return null
  const id = conversationId(chatId, topicId)
  const known = conversationAt(course.state, chatId, topicId)
  if (known) return known
  course.happen({ kind: 'topic-found', conversationId: id, chatId, topicId, title }, { kind: 'desk' })
  return course.state.conversations.get(id) ?? null
}

/** A topic was created, or its creation is told again with its name. */
export function createTopic(course: Course, fact: Fact<'topic-created'>): void {
  const { chatId, topicId, title, by } = fact
  if (adoptTopic(course, fact) || isStaffGroup(course.state, chatId)) return
  const known = conversationAt(course.state, chatId, topicId)
  if (known) {
    if (known.title === `Topic ${topicId}`) renameTopic(course, known, title, actorOf(course, by))
  } else findConversation(course, chatId, topicId, title)
}

/** A topic was renamed, closed or reopened, by a person or by ourselves (C12). One that was made anew is another. */
export function changeTopic(course: Course, fact: Fact<'topic-changed'>): void {
  const { chatId, topicId, title, closed } = fact
  if (isStaffGroup(course.state, chatId)) {
    changeStaffTopic(course, fact)
    return
  }
  const conversation = findConversation(course, chatId, topicId, title)
  if (conversation?.topicId !== topicId) return
  if (title !== undefined) renameTopic(course, conversation, title, actorOf(course, fact.by))
  if (closed === true) closeTopic(course, conversation, fact)
  if (closed === false) reopenTopic(course, conversation, fact)
}

/** A topic is gone from Telegram. Its tickets stay, with all that was said. */
export function deleteTopic(course: Course, fact: Fact<'topic-deleted'>): void {
  const { chatId, topicId } = fact
  if (isStaffGroup(course.state, chatId)) deleteStaffTopic(course, fact)
  const conversation = conversationAt(course.state, chatId, topicId)
  if (conversation?.privately || conversation?.topicId !== topicId) return
  if (conversation.state === 'deleted') return
  course.happen({ kind: 'topic-deleted', conversationId: conversation.id }, { kind: 'desk' })
  for (const { conversationId, ticketId, messageId, deletedAt } of wentBefore(course, conversation.id)) {
    const deleted = { conversationId, ticketId, messageId, deletedAt }
    course.happen({ kind: 'message-deleted', ...deleted, withTopic: true }, { kind: 'desk' })
  }
}

/** Customers have read our replies this far. */
export function readTopic(course: Course, { chatId, topicId, upTo }: Fact<'topic-read'>): void {
  const conversation = conversationAt(course.state, chatId, topicId)
  if (conversation?.privately?.isFollowed === false) return
  if (conversation?.chatId === chatId && conversation.readUpTo < upTo)
    course.happen({ kind: 'conversation-read', conversationId: conversation.id, upTo }, { kind: 'desk' })
}

/** A ticket that still has its topic's title goes with it; one that was renamed keeps its own. */
function renameTopic(course: Course, { id, title: before }: Conversation, title: string, by: Actor): void {
  if (title === before) return
  course.happen({ kind: 'topic-renamed', conversationId: id, title }, by)
  const ticket = currentTicket(course.state, course.state.conversations.get(id))
  if (ticket?.title === before && ticket.status !== 'closed')
    course.happen(
      { kind: 'ticket-renamed', conversationId: id, ticketId: ticket.id, title },
      { kind: 'desk' },
    )
}

function closeTopic(course: Course, conversation: Conversation, fact: Fact<'topic-changed'>): void {
  const isEcho = isOwnEcho(course, conversation, fact, 'close')
  if (conversation.state !== 'open') return
  const by = actorOf(course, fact.by)
  course.happen({ kind: 'topic-closed', conversationId: conversation.id }, by)
  const ticket = currentTicket(course.state, conversation)
  if (isEcho || !ticket || ticket.status === 'resolved' || ticket.status === 'closed') return
  setStatus(course, ticket.id, { to: 'resolved', cause: 'topic', trueAt: ms(fact.at) }, by)
}

function reopenTopic(course: Course, conversation: Conversation, fact: Fact<'topic-changed'>): void {
  const isEcho = isOwnEcho(course, conversation, fact, 'reopen')
  if (conversation.state !== 'closed') return
  const by = actorOf(course, fact.by)
  course.happen({ kind: 'topic-reopened', conversationId: conversation.id }, by)
  const ticket = currentTicket(course.state, conversation)
  if (isEcho || ticket?.status !== 'resolved') return
  setStatus(course, ticket.id, { to: 'open', cause: 'topic', trueAt: ms(fact.at) }, by)
}

/**
 * Whether a change of a topic is the echo of the desk's own. The same account also changes topics by hand, on a
 * telephone: that is told from an echo by what the desk has under way.
 */
function isOwnEcho(
  { state }: Course,
  { id, awaitedEchoes }: Conversation,
  { isOwn }: Fact<'topic-changed'>,
  task: 'close' | 'reopen',
): boolean {
  if (!isOwn) return false
  if (awaitedEchoes.includes(task)) return true
  return entriesInOrder(state, id).some((entry) => entry.kind === 'topic-task' && entry.task === task)
}

function actorOf({ state }: Course, personId: string): Actor {
  return isTeam(state, personId) ? { kind: 'agent', id: personId } : { kind: 'customer', id: personId }
}
