import type { Course } from '../desk/course'
import { copyReplyPart } from '../mirror/copy-reply'
import { editAfterEcho } from '../mirror/edit-reply'
import { echoedEntry, lateEcho, partOfAlbum } from '../outbox/echo'
import { settleSent } from '../outbox/settle-sent'
import { currentTicket } from '../ticket/find-ticket'
import type { Conversation } from './conversation'
import { keepMessage } from './keep-message'
import { conversationChat, type IncomingMessage } from './message'

/** Whether a message is a reply of this desk come back; then it marks that reply as sent. */
export function isOurSend(course: Course, conversation: Conversation, message: IncomingMessage): boolean {
  const { number, sentAt, media, chatId } = message
  const entry = echoedEntry(course.state, message, conversation.id)
  if (entry) {
    settleSent(course, entry, { number, sentAt, media })
    return true
  }
  const { id: conversationId } = conversation
  const late = lateEcho(conversation, message)
  const ticketId = late?.answers ?? currentTicket(course.state, conversation)?.id ?? conversationId
  if (late) {
    const { outboxId } = late
    const elsewhere = chatId === conversationChat(conversationId) ? {} : { chatId }
    const sent = { outboxId, number, sentAt, media, ...elsewhere }
    course.happen({ kind: 'reply-sent', conversationId, ticketId, ...sent })
    if (late.fromTopic)
      editAfterEcho(course, { conversationId, ticketId }, late.fromTopic, { chatId, number })
    return true
  }
  const partOf = partOfAlbum(conversation, message)
  if (partOf === null) return false
  const by = { kind: 'agent', id: message.senderId } as const
  keepMessage(course, conversation, ticketId, 'team', message, by, { partOf })
  copyReplyPart(course, conversationId, partOf, message)
  return true
}
