import type { DeskState } from '../desk/state'
import type { Conversation } from './conversation'
import { conversationId } from './message'

/** The conversation at a place; also a private chat's, at the topic it is copied into. Null for a place not known. */
export function conversationAt(
  { conversations, places }: Pick<DeskState, 'conversations' | 'places'>,
  chatId: string,
  topicId: number,
): Conversation | null {
  const place = conversationId(chatId, topicId)
  return conversations.get(places.get(place) ?? place) ?? null
}
