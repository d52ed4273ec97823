import type { Course } from '../desk/course'
import { isStaffGroup } from '../mirror/mirror-at'
import { hearStaff } from '../mirror/staff-message'
import { isTeam } from '../people/names'
import { type IncomingMessage, privateChatOf } from './message'
import { isOurSend } from './own-send'
import { receivePrivate } from './receive-private'
import { receiveFromCustomer, receiveFromTeam } from './receive-words'
import { findConversation } from './topic'

/**
 * A message, by where it was said: a private chat, the staff group, or a topic of customers. In a topic a customer's
 * opens or moves a ticket, the team's answers it (R43: in whatever app it was written), a bot's is kept and counts
 * for nothing. Told twice, it is taken once (T1).
 */
export function receiveMessage(course: Course, message: IncomingMessage, isContext = false): void {
  if (course.known.find(message.chatId, message.number)) return
  if (privateChatOf(message.chatId)) receivePrivate(course, message, isContext)
  else if (isStaffGroup(course.state, message.chatId)) hearStaff(course, message)
  else receiveInTopic(course, message)
}

function receiveInTopic(course: Course, message: IncomingMessage): void {
  const conversation = findConversation(course, message.chatId, message.topicId)
  if (!conversation || (message.isOwn && isOurSend(course, conversation, message))) return
  const { people } = course.state
  const isBot = people.get(message.senderId)?.isBot === true
  if (message.isOwn || isBot || isTeam(course.state, message.senderId))
    receiveFromTeam(course, conversation, message, isBot)
  else receiveFromCustomer(course, conversation, message)
}
