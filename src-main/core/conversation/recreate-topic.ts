import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { beginMirror } from '../mirror/begin-mirror'
import { recapOf } from '../mirror/recap'
import { topicTaskId } from '../outbox/outbox-id'
import { isBeingMade } from '../outbox/topic-task'
import { Refusal } from '../refusal'
import { openTicketOf } from '../ticket/find-ticket'
import { iso } from '../time'
import { whyUnreachable } from './private-chat'

/**
 * Makes a topic anew that was deleted at Telegram, in the same group and with a recap of what was said. The
 * conversation goes on there: what waits goes out behind the recap, in its order; what failed stays failed, and can be
 * tried again there. For a bot's private chat it is the staff group's topic. Asked twice, it is made once.
 *
 * @throws {@link Refusal} `not-allowed` on a closed ticket, where nothing was deleted, and in a group that was left.
 */
export function recreateTopic(course: Course, { ticketId }: IntentOf<'recreate-topic'>): void {
  const ticket = openTicketOf(course.state, ticketId)
  const { conversationId } = ticket
  const conversation = course.state.conversations.get(conversationId)
  const deleted = conversation?.privately ? conversation.mirror?.state : conversation?.state
  if (!conversation || deleted !== 'deleted') {
    if (conversation?.mirror?.state === 'making') return
    throw new Refusal('not-allowed', 'The topic is there. Nothing has to be made anew.')
  }
  if (conversation.privately) {
    beginMirror(course, conversationId)
    return
  }
  const unreachable = whyUnreachable(course.state, conversation)
  if (unreachable !== null) throw new Refusal('not-allowed', unreachable)
  if (isBeingMade(course.state, conversationId)) return
  const task = { kind: 'create', title: conversation.title } as const
  const create = topicTaskId(conversationId, course.state.seq + 1)
  course.happen({ kind: 'topic-task-queued', conversationId, ticketId, outboxId: create, task })
  const recap = recapOf(course, ticket, [])
  if (!recap) return
  const outboxId = topicTaskId(conversationId, course.state.seq + 1)
  course.happen(
    {
      kind: 'reply-queued',
      ...{ conversationId, ticketId, outboxId, ...recap },
      files: [],
      replyTo: null,
      holdUntil: iso(course.at),
      after: 'nothing',
      purpose: 'recap',
    },
    { kind: 'desk' },
  )
}
