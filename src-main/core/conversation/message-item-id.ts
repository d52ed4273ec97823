import { conversationChat, type IncomingMessage, messageBox, messageId } from './message'

/**
 * The id of a message's item: by its number, and by its chat as well where that is not the one the conversation is
 * named by. A group that goes on under another id numbers its messages anew (T8).
 */
export function messageItemId(
  conversationId: string,
  { chatId, number }: Pick<IncomingMessage, 'chatId' | 'number'>,
): string {
  const isHome = messageBox(chatId) === messageBox(conversationChat(conversationId))
  return `m:${isHome ? number : messageId(chatId, number)}`
}
