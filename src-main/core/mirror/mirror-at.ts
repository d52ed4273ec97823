import type { Conversation, Mirror } from '../conversation/conversation'
import { conversationAt } from '../conversation/conversation-at'
import type { DeskState } from '../desk/state'
import { groupOf } from '../people/accounts'

/** A conversation and the topic of the staff group it is copied into. */
export type Mirrored = Conversation & { readonly mirror: Mirror }

/** Whether only the team is in a group: what is said there is never a customer's (R36, R170). */
export function isStaffGroup(state: Pick<DeskState, 'groups'>, chatId: string): boolean {
  return groupOf(state, chatId)?.role === 'staff'
}

/** The private chat that is copied into a topic now. Null for General, other topics, and topics of before. */
export function mirrorAt(
  state: Pick<DeskState, 'conversations' | 'places'>,
  chatId: string,
  topicId: number,
): Mirrored | null {
  const found = conversationAt(state, chatId, topicId)
  const mirror = found?.mirror
  return found && mirror?.groupId === chatId && mirror.topicId === topicId ? { ...found, mirror } : null
}

/** The copy of a message of the private chat; null if it was not copied, or long ago. */
export function topicNumberOf(mirror: Mirror, privateNumber: number | null): number | null {
  return mirror.copies.find((copy) => copy.privateNumber === privateNumber)?.topicNumber ?? null
}

/** The message of the private chat that one of the topic is the copy of, or went out as; null if none is known. */
export function privateNumberOf(mirror: Mirror, topicNumber: number | null): number | null {
  return mirror.copies.find((copy) => copy.topicNumber === topicNumber)?.privateNumber ?? null
}

/** Whether what a message of the topic went out as is at the customer, and Telegram has not named it yet. */
export function isUnnamed({ mirror, sentReplies }: Mirrored, topicNumber: number): boolean {
  return sentReplies.some(
    ({ fromTopic }) => fromTopic?.origin.chatId === mirror.groupId && fromTopic.origin.number === topicNumber,
  )
}
