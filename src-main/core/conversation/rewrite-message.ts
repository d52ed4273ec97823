import type { Entity } from '../../../src-preload/contract/conversation'
import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { correctAnswer } from '../intake/correct-answer'
import { tellDeletion } from '../mirror/copy-customer-message'
import { editCopy, editOwnCopy } from '../mirror/edit-copy'
import { editReply } from '../mirror/edit-reply'
import { type Mirrored, mirrorAt } from '../mirror/mirror-at'
import { leavingNumbers } from '../mirror/parts'
import { tellAstray } from '../mirror/tell-astray'
import { tellOtherFile } from '../mirror/tell-other-file'
import { withdrawReply } from '../mirror/withdraw-reply'
import { entriesInOrder } from '../outbox/entries'
import type { Conversation } from './conversation'
import { messageBox, messageId } from './message'
import { hasOtherFiles } from './message-media'
import type { Words } from './split-text'

/** Stretches that Telegram finds in a text by itself. */
const foundByTelegram: ReadonlySet<Entity['kind']> = new Set([
  ...(['url', 'email', 'phone', 'mention', 'hashtag', 'command'] as const),
])

type Fact<K extends TelegramFact['kind']> = Extract<TelegramFact, { kind: K }>

/**
 * A message was edited. Telegram repeats edits for reactions and previews: only another text or file is news. Every
 * version stays readable. Where a conversation is copied into a staff group, the other side changes too. What is changed
 * in a chat off the desk is not read (R169), nor what is in a topic of the staff group that copies it no more: that is
 * told there. A place or a contact has no words to change; journals of before hold some.
 */
export function editMessage(course: Course, { message, editedAt }: Fact<'message-edited'>): void {
  const { chatId, number, text, entities, media, senderId, isOwn } = message
  if (text === '' && message.content) return
  const place = course.known.find(chatId, number)
  if (!place) return
  const before = course.known.latest(chatId, number)
  const isReworded = !before || !(isOwn ? isAsWeWrote : isSame)(before, { text, entities })
  const hasOther = hasOtherFiles(before?.media ?? null, media)
  if (!isReworded && !hasOther) return
  const { conversationId, ticketId } = place
  const conversation = course.state.conversations.get(conversationId)
  if (conversation?.privately?.isFollowed === false) return
  if (isOwn && isOurEdit(course, conversationId, number)) return
  const inStaffGroup = conversation ? isBeside(conversation, chatId) : false
  if (inStaffGroup && !mirrorAt(course.state, chatId, message.topicId)) {
    tellAstray(course, { chatId, topicId: message.topicId, sentAt: editedAt })
    return
  }
  // A colleague who writes to the bot is its customer.
  const isColleague = !conversation?.privately && course.state.team.includes(senderId)
  const isTeam = isOwn || inStaffGroup || isColleague
  const ticket = course.state.tickets.get(ticketId)
  const by = { kind: isTeam ? 'agent' : 'customer', id: senderId } as const
  course.happen(
    {
      kind: 'message-edited',
      messageId: messageId(chatId, number),
      ...{ conversationId, ticketId, text, entities, editedAt },
      ...(media.length > 0 ? { media } : {}),
      afterReply: !isTeam && ticket !== undefined && ticket.replyNumber > number,
    },
    by,
  )
  if (hasOther) tellOtherFile(course, conversation, message, before?.media ?? [])
  if (!isReworded) return
  const words = { text, entities }
  if (isMirroredIn(conversation, chatId))
    course.as(by, () =>
      editReply(course, conversation, ticketId, number, { ...words, editedAt, by: senderId }),
    )
  else if (!isTeam) {
    editCopy(course, conversationId, number, words)
    correctAnswer(course, ticketId, message)
  } else if (isOwn && before?.text !== text)
    editOwnCopy(course, conversationId, number, { ...words, senderId })
}

function isSame(one: Words, other: Words): boolean {
  return one.text === other.text && JSON.stringify(one.entities) === JSON.stringify(other.entities)
}

/** What this account wrote comes back with its ends cut and with the links and names that Telegram finds by itself. */
function isAsWeWrote(one: Words, other: Words): boolean {
  if (one.text !== other.text) return one.text.trim() === other.text.trim()
  const given = ({ text, entities }: Words) => ({
    text,
    entities: entities.filter(({ kind }) => !foundByTelegram.has(kind)),
  })
  return isSame(given(one), given(other))
}

/** Whether the desk itself is changing a message: then what comes back of it was said before, or is said again soon. */
function isOurEdit({ state }: Course, conversationId: string, number: number): boolean {
  return entriesInOrder(state, conversationId).some((entry) => {
    const task = entry.kind === 'topic-task' ? entry.task : 'close'
    return typeof task !== 'string' && task.kind === 'edit' && task.number === number
  })
}

/**
 * Messages were deleted in Telegram. They stay here, shown as deleted. Told twice, it is once. `isTopicGone` tells of a
 * topic whose deletion is told together with them.
 */
export function deleteMessages(
  course: Course,
  { chatId, numbers, at }: Fact<'messages-deleted'>,
  isTopicGone: (conversation: Conversation) => boolean,
): void {
  for (const number of numbers) {
    const found = course.known.find(chatId, number)
    const conversation = found && course.state.conversations.get(found.conversationId)
    if (!found || !conversation || conversation.privately?.isFollowed === false) continue
    if (isBeside(conversation, chatId)) {
      if (isMirroredIn(conversation, chatId)) withdrawReply(course, conversation, number)
      continue
    }
    if (conversation.deletedNumbers.includes(number)) continue
    const { conversationId, ticketId } = found
    const deleted = { conversationId, ticketId, messageId: messageId(chatId, number), deletedAt: at }
    const withTopic = isTopicGone(conversation) || isOfDeletedTopic(conversation, number)
    const how = withTopic ? { withTopic } : {}
    const isByUs = leavingNumbers(course, conversationId, false).has(number)
    course.happen({ kind: 'message-deleted', ...deleted, ...how }, { kind: 'desk' })
    if (!isByUs) tellDeletion(course, conversationId, number)
  }
}

/**
 * Whether a message lay in a topic that is gone: Telegram deletes a long one in several goes, and the topic itself need
 * not come last. One that was made anew holds only what is younger than itself.
 */
function isOfDeletedTopic({ privately, state, topicId }: Conversation, number: number): boolean {
  return privately === null && (state === 'deleted' || number < topicId)
}

/** Whether a chat is a staff group that a private chat is or was copied into, and not the chat itself. */
function isBeside({ privately, chatId: own }: Conversation, chatId: string): boolean {
  return privately !== null && messageBox(own) !== messageBox(chatId)
}

function isMirroredIn(
  conversation: Conversation | null | undefined,
  chatId: string,
): conversation is Mirrored {
  return conversation?.mirror?.groupId === chatId
}
