import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { entriesInOrder } from '../outbox/entries'
import { currentTicket } from '../ticket/find-ticket'
import { setStatus } from '../ticket/set-status'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import { followStatus } from './begin-mirror'
import { loseTopic } from './lose-topic'
import { type Mirrored, mirrorAt } from './mirror-at'

type Fact<K extends TelegramFact['kind']> = Extract<TelegramFact, { kind: K }>

/**
 * The staff group's topic of a private chat was closed or reopened: by a colleague it resolves or reopens the ticket
 * (C12). The bot itself changes topics for the desk only: that is an echo, which settles the task under way and moves
 * no ticket. One that comes late, behind the answer to its task, still tells in which order things happened; where the
 * topic stands otherwise than the ticket then, the topic follows. So the two come to rest and never chase each other.
 */
export function changeStaffTopic(course: Course, fact: Fact<'topic-changed'>): void {
  const conversation = mirrorAt(course.state, fact.chatId, fact.topicId)
  if (!conversation || fact.closed === undefined) return
  if (!fact.isOwn) follow(course, conversation, fact)
  else if (!settleTask(course, conversation, fact.closed ? 'close' : 'reopen'))
    comeToRest(course, conversation, fact.closed)
}

/** The topic is gone. It is made anew when there is something to show, or on a person's word. */
export function deleteStaffTopic(course: Course, { chatId, topicId }: Fact<'topic-deleted'>): void {
  const conversation = mirrorAt(course.state, chatId, topicId)
  if (conversation) loseTopic(course, conversation)
}

function settleTask(course: Course, { id }: Mirrored, task: 'close' | 'reopen'): boolean {
  const entry = entriesInOrder(course.state, id, true).find(
    (one) => one.kind === 'topic-task' && one.task === task && one.state.kind === 'attempted',
  )
  if (!entry) return false
  const { conversationId, ticketId, id: outboxId } = entry
  course.happen({ kind: 'topic-task-done', conversationId, ticketId, outboxId }, { kind: 'desk' })
  return true
}

function comeToRest(course: Course, conversation: Mirrored, isClosed: boolean): void {
  const state = isClosed ? 'closed' : 'open'
  if (conversation.mirror.state === state || conversation.mirror.state === 'deleted') return
  course.happen({ kind: 'mirror-changed', conversationId: conversation.id, state }, { kind: 'desk' })
  const ticket = currentTicket(course.state, conversation)
  if (ticket) followStatus(course, ticket)
}

function follow(course: Course, conversation: Mirrored, fact: Fact<'topic-changed'>): void {
  const state = fact.closed ? 'closed' : 'open'
  if (conversation.mirror.state === state) return
  const by: Actor = { kind: 'agent', id: fact.by }
  course.happen({ kind: 'mirror-changed', conversationId: conversation.id, state }, by)
  const ticket = currentTicket(course.state, conversation)
  const trueAt = ms(fact.at)
  if (!ticket) return
  if (fact.closed && !isDone(ticket.status))
    setStatus(course, ticket.id, { to: 'resolved', cause: 'topic', trueAt }, by)
  if (!fact.closed && ticket.status === 'resolved')
    setStatus(course, ticket.id, { to: 'open', cause: 'topic', trueAt }, by)
}
