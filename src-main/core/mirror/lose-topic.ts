import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import type { OutboxEntry, TopicTask } from '../outbox/entry'
import { currentTicket } from '../ticket/find-ticket'
import { iso } from '../time'
import { beginMirror } from './begin-mirror'
import type { Mirrored } from './mirror-at'
import { albumHoldMs, queueMirrorTask } from './queue-copy'

type Copying = Extract<TopicTask, { kind: 'copy' }>

/**
 * The staff group's topic of a private chat is gone. What was on its way into it goes into a new one, behind a recap,
 * as it is, with its files. That is done by itself once: what finds the new topic deleted as well waits, in the recap,
 * until something is said, so that desk and whoever deletes topics never chase each other. Told twice, it is once.
 */
export function loseTopic(course: Course, conversation: Mirrored): void {
  const { id: conversationId, mirror } = conversation
  if (mirror.state === 'deleted') return
  const left = entriesInOrder(course.state, conversationId, true).flatMap(copyOnItsWay)
  course.happen({ kind: 'mirror-changed', conversationId, state: 'deleted' }, { kind: 'desk' })
  if (left.every(({ task }) => task.of === null)) return
  const follows = left.flatMap(({ task }) => task.of ?? [])
  beginMirror(course, conversationId, follows)
  if (course.state.conversations.get(conversationId)?.mirror?.state === 'deleted') return
  const ticketId = currentTicket(course.state, conversation)?.id ?? conversationId
  for (const { task, state } of left) {
    // Not longer than any album waits, though the clock was set back.
    const until = state.kind === 'held' ? Math.min(state.until, course.at + albumHoldMs) : null
    const hold = until === null ? {} : { holdUntil: iso(until) }
    queueMirrorTask(course, conversationId, ticketId, {
      task: { ...task, replyTo: null, isAgain: true },
      ...hold,
    })
  }
}

function copyOnItsWay(
  entry: OutboxEntry,
): readonly { readonly task: Copying; readonly state: OutboxEntry['state'] }[] {
  const task = entry.kind === 'topic-task' ? entry.task : 'close'
  if (typeof task === 'string' || task.kind !== 'copy' || task.isAgain || task.isRecap) return []
  return [{ task, state: entry.state }]
}
