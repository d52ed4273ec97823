import type { Conversation } from '../conversation/conversation'
import { conversationAt } from '../conversation/conversation-at'
import { conversationId, type IncomingMessage } from '../conversation/message'
import { prefixed } from '../conversation/split-text'
import type { Course } from '../desk/course'
import type { DeskState } from '../desk/state'
import { topicTaskId } from '../outbox/outbox-id'
import { deskName, nameOf } from '../people/names'
import { currentTicket } from '../ticket/find-ticket'
import { ms } from '../time'

/** It is said once in a stretch of this length and not in the next, by the time of what was written, ms. */
const stretchMs = 10 * 60_000
/** How far back in what was done in a topic is looked for it: a word of the desk is queued, tried and done. */
const eventsMax = 60

/**
 * Somebody wrote or changed something in a topic of the staff group that copied a private chat once and copies none now: the bot left the
 * group and follows it again, or a new topic was made. Nobody gets what is written there, so the topic says so. It is no
 * conversation: what is said in it goes by the topic's own name, in a line of its own. A topic that never copied a chat
 * is nobody's business. A message told twice is one: its own time decides.
 */
export function tellAstray(
  course: Course,
  { chatId, topicId, sentAt }: Pick<IncomingMessage, 'chatId' | 'topicId' | 'sentAt'>,
): void {
  const copied = conversationAt(course.state, chatId, topicId)
  if (copied?.privately?.via !== 'bot') return
  const place = conversationId(chatId, topicId)
  const stretch = Math.floor(ms(sentAt) / stretchMs)
  const outboxId = topicTaskId(place, stretch)
  if (isSaid(course, place, [outboxId, topicTaskId(place, stretch - 1)])) return
  const text = `Nobody gets what is written here. ${whereNow(course.state, copied)}`
  const words = prefixed(deskName, { text, entities: [] })
  course.happen(
    {
      kind: 'topic-task-queued',
      conversationId: place,
      ticketId: currentTicket(course.state, copied)?.id ?? copied.id,
      outboxId,
      task: { kind: 'copy', ...words, media: [], replyTo: null, of: null, albumId: null },
    },
    { kind: 'desk' },
  )
}

function whereNow(state: DeskState, { privately, mirror }: Conversation): string {
  const name = nameOf(state, privately?.personId ?? '')
  if (!mirror || mirror.state === 'deleted')
    return `${name} gets a new topic when they write again. Until then, answer at the desk.`
  if (mirror.topicId === null) return `A new topic for ${name} is being made.`
  const link = `https://t.me/c/${mirror.groupId}/${mirror.topicId}`
  return `The new topic for ${name} is “${mirror.title}”: ${link}`
}

function isSaid({ known }: Course, place: string, outboxIds: readonly string[]): boolean {
  return known
    .read(place, { limit: eventsMax })
    .some(({ event }) => event.kind === 'topic-task-queued' && outboxIds.includes(event.outboxId))
}
