import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { editCopy, tellDeletion } from '../mirror/copy-customer-message'
import { editReply } from '../mirror/edit-reply'
import type { Mirrored } from '../mirror/mirror-at'
import { withdrawReply } from '../mirror/withdraw-reply'
import type { Conversation } from './conversation'
import { messageBox, messageId } from './message'

type Fact<K extends TelegramFact['kind']> = Extract<TelegramFact, { kind: K }>

/**
 * A message was edited. Telegram repeats edits for reactions and previews: only another text is news. Every
 * version stays readable. Where a conversation is copied into a staff group, the other side changes too.
 */
export function editMessage(course: Course, { message, editedAt }: Fact<'message-edited'>): void {
  const { chatId, number, text, entities, senderId, isOwn } = message
  const found = course.known.find(chatId, number)
  if (!found) return
  const before = course.known.latest(chatId, number)
  if (before?.text === text && JSON.stringify(before.entities) === JSON.stringify(entities)) return
  const { conversationId, ticketId } = found
  const conversation = course.state.conversations.get(conversationId)
  const inStaffGroup = conversation ? isBeside(conversation, chatId) : false
  const isTeam = isOwn || inStaffGroup || course.state.team.includes(senderId)
  const ticket = course.state.tickets.get(ticketId)
  const by = { kind: isTeam ? 'agent' : 'customer', id: senderId } as const
  course.happen(
    {
      kind: 'message-edited',
      messageId: messageId(chatId, number),
      ...{ conversationId, ticketId, text, entities, editedAt },
      afterReply: !isTeam && ticket !== undefined && ticket.replyNumber > number,
    },
    by,
  )
  const words = { text, entities }
  if (inStaffGroup && isMirrored(conversation))
    course.as(by, () => editReply(course, conversation, ticketId, number, { ...words, editedAt }))
  else if (!isTeam) editCopy(course, conversationId, number, words)
}

/** Messages were deleted in Telegram. They stay here, shown as deleted. Told twice, it is once. */
export function deleteMessages(course: Course, { chatId, numbers, at }: Fact<'messages-deleted'>): void {
  for (const number of numbers) {
    const found = course.known.find(chatId, number)
    const conversation = found && course.state.conversations.get(found.conversationId)
    if (!found || !conversation) continue
    if (isBeside(conversation, chatId)) {
      if (isMirrored(conversation)) withdrawReply(course, conversation, number)
      continue
    }
    if (conversation.deletedNumbers.includes(number)) continue
    const { conversationId, ticketId } = found
    const deleted = { conversationId, ticketId, messageId: messageId(chatId, number), deletedAt: at }
    course.happen({ kind: 'message-deleted', ...deleted }, { kind: 'desk' })
    tellDeletion(course, conversationId, number)
  }
}

/** Whether a chat is the staff group that a private chat is copied into, and not the chat itself. */
function isBeside({ mirror }: Conversation, chatId: string): boolean {
  return mirror !== null && messageBox(mirror.groupId) === messageBox(chatId)
}

function isMirrored(conversation: Conversation | null | undefined): conversation is Mirrored {
  return !!conversation?.mirror
}
