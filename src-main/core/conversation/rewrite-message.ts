import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { messageId } from './message'

type Fact<K extends TelegramFact['kind']> = Extract<TelegramFact, { kind: K }>

/**
 * A message was edited. Telegram repeats edits for reactions and previews: only another text is news. Every
 * version stays readable.
 */
export function editMessage(course: Course, { message, editedAt }: Fact<'message-edited'>): void {
  const { chatId, number, text, entities, senderId, isOwn } = message
  const found = course.known.find(chatId, number)
  if (!found) return
  const before = course.known.latest(chatId, number)
  if (before?.text === text && JSON.stringify(before.entities) === JSON.stringify(entities)) return
  const ticket = course.state.tickets.get(found.ticketId)
  const { conversationId, ticketId } = found
  const isTeam = isOwn || course.state.team.includes(senderId)
  course.happen(
    {
      kind: 'message-edited',
      messageId: messageId(chatId, number),
      ...{ conversationId, ticketId, text, entities, editedAt },
      afterReply: !isTeam && ticket !== undefined && ticket.replyNumber > number,
    },
    { kind: isTeam ? 'agent' : 'customer', id: senderId },
  )
}

/** Messages were deleted in Telegram. They stay here, shown as deleted. Told twice, it is once. */
export function deleteMessages(course: Course, { chatId, numbers, at }: Fact<'messages-deleted'>): void {
  for (const number of numbers) {
    const found = course.known.find(chatId, number)
    if (!found) continue
    const conversation = course.state.conversations.get(found.conversationId)
    if (conversation?.deletedNumbers.includes(number)) continue
    course.happen(
      {
        kind: 'message-deleted',
        conversationId: found.conversationId,
        ticketId: found.ticketId,
        messageId: messageId(chatId, number),
        deletedAt: at,
      },
      { kind: 'desk' },
    )
  }
}
