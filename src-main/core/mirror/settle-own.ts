import { isSameContent } from '../conversation/content'
import { conversationAt } from '../conversation/conversation-at'
import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { entriesInOrder, firstOfLines } from '../outbox/entries'
import type { OutboxEntry, TopicTask } from '../outbox/entry'
import { accountOfChat } from '../people/accounts'

/**
 * A message of the bot itself in the staff group: the copy of which nobody knew whether it had arrived, by its
 * random_id, or without one (a difference after a crash carries none) by what it says. Anything else the bot says
 * there is done already, or another program's, and is never a reply.
 */
export function settleCopy(course: Course, message: IncomingMessage): void {
  const { randomId, chatId, topicId, number } = message
  const entry =
    randomId === null
      ? likeliest(course, message)
      : [course.state.outbox.get(randomId)].find((one) => one !== undefined)
  if (!entry || entry.chatId !== chatId || !copyOf(entry)) return
  if (entry.topicId === topicId) done(course, entry, number)
}

function likeliest({ state }: Course, message: IncomingMessage): OutboxEntry | undefined {
  const conversation = conversationAt(state, message.chatId, message.topicId)
  if (!conversation) return undefined
  return entriesInOrder(state, conversation.id, true).find((entry) => {
    const copy = copyOf(entry)
    if (!copy || entry.state.kind !== 'attempted' || copy.text.trim() !== message.text.trim()) return false
    if (!isSameContent(copy.content, message.content)) return false
    if (copy.media.length > 1) return message.albumId !== null && message.media.length > 0
    return message.media.length === copy.media.length
  })
}

/**
 * A topic that one of the desk's accounts made: the one that is being made, if it has its title. One that still waits
 * its turn may have the same title, and is another customer's. True if it was: then the conversation is found there
 * from now on.
 */
export function adoptTopic(course: Course, fact: Extract<TelegramFact, { kind: 'topic-created' }>): boolean {
  const { chatId, topicId, title, by } = fact
  if (accountOfChat(course.state, chatId)?.id !== by || conversationAt(course.state, chatId, topicId))
    return false
  for (const entry of firstOfLines(course.state))
    if (entry.chatId === chatId && entry.state.kind === 'attempted' && createdTitle(entry) === title) {
      done(course, entry, topicId)
      return true
    }
  return false
}

/** Tells that a task was done at Telegram; `number` is the topic's or the message's. */
function done(course: Course, { conversationId, ticketId, id: outboxId }: OutboxEntry, number: number): void {
  course.happen({ kind: 'topic-task-done', conversationId, ticketId, outboxId, number }, { kind: 'desk' })
}

function copyOf(entry: OutboxEntry): Extract<TopicTask, { kind: 'copy' }> | null {
  const task = entry.kind === 'topic-task' ? entry.task : 'close'
  return typeof task !== 'string' && task.kind === 'copy' ? task : null
}

function createdTitle(entry: OutboxEntry): string | null {
  const task = entry.kind === 'topic-task' ? entry.task : 'close'
  return typeof task !== 'string' && task.kind === 'create' ? task.title : null
}
