import type { Conversation } from '../conversation/conversation'
import { oneLine } from '../conversation/one-line'
import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import { staffGroupOf } from '../people/accounts'
import { currentTicket } from '../ticket/find-ticket'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { queueCopy, queueMirrorTask } from './queue-copy'
import { recapOf } from './recap'

/** Telegram's limit for a topic's title. */
const titleMaxLength = 128

/**
 * Sees to it that a bot's private chat is copied into its staff group: begins with a topic of its own where there is
 * none, where it was deleted, or where the bot has another group now, and with a recap of what was said before.
 * Nothing for a bot without a staff group, and before there is a ticket. `follows` names the messages and
 * replies that are copied next. The topic of a ticket that is done is closed, unless that ticket is about to be reopened.
 */
export function beginMirror(
  course: Course,
  conversationId: string,
  follows: readonly (number | string)[] = [],
  isReopening = false,
): void {
  const conversation = course.state.conversations.get(conversationId)
  const side = conversation?.privately
  const group = side?.via === 'bot' ? staffGroupOf(course.state, side.accountId) : null
  const ticket = currentTicket(course.state, conversation)
  if (!conversation || !group || !ticket) return
  const { mirror } = conversation
  if (mirror && mirror.groupId === group.id && mirror.state !== 'deleted') return
  const title = mirrorTitle(ticket)
  const isAgain = mirror?.refused !== undefined && mirror.groupId === group.id
  course.happen(
    { kind: 'mirror-begun', conversationId, groupId: group.id, title, ...(isAgain ? { isAgain } : {}) },
    { kind: 'desk' },
  )
  queueMirrorTask(course, conversationId, ticket.id, { task: { kind: 'create', title } })
  const recap = recapOf(course, ticket, follows)
  const more = { isRecap: true, media: [], replyTo: null, of: null, albumId: null } as const
  if (recap) queueCopy(course, conversationId, { ...recap, ...more })
  if (!isReopening) followStatus(course, ticket)
}

/** The topic of a chat that has another ticket now gets its code and title, and is open again. */
export function nameMirror(course: Course, conversationId: string): void {
  const conversation = course.state.conversations.get(conversationId)
  const ticket = currentTicket(course.state, conversation)
  if (!conversation?.mirror || !ticket || conversation.mirror.state === 'deleted') return
  const title = mirrorTitle(ticket)
  queueMirrorTask(course, conversationId, ticket.id, { task: { kind: 'rename', title } })
  followStatus(course, ticket)
}

/** Closes or reopens the staff group's topic with its ticket, unless it stands or will stand like that (C12). */
export function followStatus(course: Course, { id, conversationId, status }: Ticket): void {
  const conversation = course.state.conversations.get(conversationId)
  if (!conversation?.mirror || conversation.mirror.state === 'deleted') return
  const task = isDone(status) ? 'close' : 'reopen'
  if (comingState(course, conversation) !== (task === 'close' ? 'closed' : 'open'))
    queueMirrorTask(course, conversationId, id, { task })
}

/** How the staff group's topic will stand once what is under way is done. */
function comingState({ state }: Course, { id, mirror }: Conversation): 'open' | 'closed' {
  const last = entriesInOrder(state, id, true)
    .flatMap((entry) => (entry.kind === 'topic-task' && typeof entry.task === 'string' ? entry.task : []))
    .at(-1)
  if (last !== undefined) return last === 'close' ? 'closed' : 'open'
  return mirror?.state === 'closed' ? 'closed' : 'open'
}

function mirrorTitle({ code, title }: Ticket): string {
  const letters = [...`${code} ${oneLine(title)}`]
  while (letters.join('').length > titleMaxLength) letters.pop()
  return letters.join('')
}
