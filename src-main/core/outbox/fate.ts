import { contentWords } from '../conversation/content-words'
import { type MessageId, messageId } from '../conversation/message'
import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { loseTopic } from '../mirror/lose-topic'
import { sayInTopic } from '../mirror/say-in-topic'
import { changedMessage, changedNumbers, changeFailure, changeOf } from './changes'
import { entriesInOrder } from './entries'
import type { OutboxEntry, ReplyOrigin } from './entry'
import { settleSent } from './settle-sent'
import { undoEdit } from './undo-edit'

type TaskEntry = Extract<OutboxEntry, { kind: 'topic-task' }>

/** An entry is about to be handed to Telegram, and may be there from now on. Noted once. */
export function noteAttempt(course: Course, { outboxId }: IntentOf<'note-attempt'>): void {
  const entry = course.state.outbox.get(outboxId)
  if (!entry || entry.state.kind === 'attempted' || entry.state.kind === 'failed') return
  const { conversationId, ticketId } = entry
  course.happen({ kind: 'reply-attempted', conversationId, ticketId, outboxId })
}

/** Telegram accepted an entry. If its echo told so before, this is no news. */
export function noteSent(course: Course, intent: IntentOf<'note-sent'>): void {
  const { outboxId, number, sentAt, media } = intent
  const entry = course.state.outbox.get(outboxId)
  if (entry?.kind === 'reply')
    settleSent(course, entry, { number: isElsewhere(entry) ? null : number, sentAt, media })
  if (entry?.kind === 'topic-task') {
    const { conversationId, ticketId } = entry
    const made = number === null ? {} : { number }
    const atLast = makesMirror(entry) && refusedBefore(course, conversationId) !== undefined
    const how = atLast ? { atLast } : {}
    course.happen({
      kind: 'topic-task-done',
      conversationId,
      ticketId,
      outboxId,
      ...made,
      ...named(entry),
      ...how,
    })
    noteDeleted(course, entry, sentAt)
  }
}

/** Whether a number told of an entry is one of the group of before, and stands for another message now. */
function isElsewhere({ state }: OutboxEntry): boolean {
  return state.kind === 'failed' && state.isElsewhere === true
}

/** What the desk deleted at the customer is shown as deleted: a bot is not told of it. */
function noteDeleted(course: Course, entry: TaskEntry, deletedAt: string) {
  const { conversationId, ticketId, chatId } = entry
  const change = changeOf(entry)
  if (change?.kind !== 'delete') return
  const known = course.state.conversations.get(conversationId)?.deletedNumbers ?? []
  for (const number of changedNumbers(change)) {
    const deleted = { conversationId, ticketId, messageId: messageId(chatId, number), deletedAt }
    if (!known.includes(number)) course.happen({ kind: 'message-deleted', ...deleted })
  }
}

/** Names the message that a task changes at the customer. */
function named(entry: TaskEntry): { readonly messageId?: MessageId } {
  const name = changedMessage(entry)
  return name === null ? {} : { messageId: name }
}

/** Telegram refused an entry, or it may have arrived and nobody can tell. Of one that failed, more may be known since. */
export function noteFailure(course: Course, intent: IntentOf<'note-failure'>): void {
  const { outboxId, reason, uncertain, isTopicGone = false } = intent
  const entry = course.state.outbox.get(outboxId)
  if (!entry) return
  const { conversationId, ticketId } = entry
  const gone = isTopicGone && entry.isMirror ? course.state.conversations.get(conversationId) : undefined
  if (gone?.mirror && gone.mirror.topicId === entry.topicId)
    loseTopic(course, { ...gone, mirror: gone.mirror })
  else if (entry.kind === 'topic-task') failTask(course, entry, reason, uncertain)
  else if (entry.state.kind !== 'failed' || entry.state.reason !== reason) {
    course.happen({ kind: 'reply-failed', conversationId, ticketId, outboxId, reason, uncertain })
    if (entry.origin && entry.state.kind !== 'failed')
      sayInTopic(
        course,
        conversationId,
        `Not sent: ${reason}`,
        numberNow(course, conversationId, entry.origin),
      )
  }
}

/** The number of a reply in the staff group, unless the group is another by now. */
function numberNow(
  { state }: Course,
  conversationId: string,
  { chatId, number }: ReplyOrigin,
): number | null {
  return state.conversations.get(conversationId)?.mirror?.groupId === chatId ? number : null
}

/**
 * What Telegram refused is said, and what hung on it goes with it: nothing is written into a topic that is not there. A
 * copy that quotes something goes out once more without: somebody may have deleted in the topic what it quotes, of which
 * a bot is not told, and what the customer wrote is not to be missing there for that.
 */
function failTask(course: Course, entry: TaskEntry, reason: string, uncertain: boolean): void {
  const { conversationId, ticketId, id: outboxId, isMirror, task } = entry
  const which = typeof task === 'string' ? {} : { task: task.kind }
  const failed = { conversationId, ticketId, outboxId, reason, ...which, ...(isMirror ? { isMirror } : {}) }
  const change = changeOf(entry)
  const isAgain = makesMirror(entry) && refusedBefore(course, conversationId) === reason
  const isUnquoted = typeof task !== 'string' && task.kind === 'copy' && task.replyTo !== null
  course.happen({
    kind: 'topic-task-failed',
    ...failed,
    ...named(entry),
    ...(change && uncertain ? { isUncertain: true } : {}),
    ...(isAgain ? { isAgain } : {}),
    ...(isUnquoted ? { isUnquoted } : {}),
  })
  if (typeof task === 'string' || isUnquoted) return
  if (task.kind === 'create' && isMirror)
    course.happen(
      { kind: 'mirror-changed', conversationId, state: 'deleted', isSaid: true },
      { kind: 'desk' },
    )
  if (task.kind === 'create' && !isMirror) dropRecap(course, conversationId)
  if (task.kind === 'copy' && task.media.length > 0)
    sayInTopic(course, conversationId, `A file was not copied: ${reason}`, task.replyTo)
  if (task.kind === 'copy' && task.content) {
    const words = `${contentWords(task.content)}\nThis came in words only: ${reason}`
    sayInTopic(course, conversationId, words, task.replyTo)
  }
  if (!change) return
  undoEdit(course, entry)
  sayInTopic(course, conversationId, changeFailure(change.kind, reason, uncertain))
}

function makesMirror({ isMirror, task }: TaskEntry): boolean {
  return isMirror && typeof task !== 'string' && task.kind === 'create'
}

/** Why Telegram last refused the staff group's topic of a chat. */
function refusedBefore({ state }: Course, conversationId: string): string | undefined {
  return state.conversations.get(conversationId)?.mirror?.refused
}

function dropRecap(course: Course, conversationId: string): void {
  for (const { id: outboxId, ticketId, ...entry } of entriesInOrder(course.state, conversationId))
    if (entry.kind === 'reply' && entry.purpose === 'recap')
      course.happen({ kind: 'reply-discarded', conversationId, ticketId, outboxId })
}
