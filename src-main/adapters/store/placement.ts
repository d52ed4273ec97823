import { messageBox, sentChat } from '../../core/conversation/message'
import type { DeskEvent } from '../../core/desk/events'

/**
 * What an event says of a message's whereabouts: that it arrived here, or that its text is now here. `chatId` is what
 * its number is unique within: a group, or all private chats of an account (T1).
 */
export interface Placement {
  readonly what: 'arrived' | 'edited'
  readonly chatId: string
  readonly number: number
  readonly ticketId: string
}

/** The conversation an event belongs to, or null for the desk as a whole. */
export function conversationOf(event: DeskEvent): string | null {
  return 'conversationId' in event ? event.conversationId : null
}

/** Null if the event places no message. Our own replies are placed by the number Telegram gave them. */
export function placementOf(event: DeskEvent): Placement | null {
  switch (event.kind) {
    case 'message-received': {
      const { chatId, number } = event.message
      return { what: 'arrived', chatId: messageBox(chatId), number, ticketId: event.ticketId }
    }
    case 'reply-sent': {
      if (event.number === null) return null
      const chatId = messageBox(sentChat(event))
      return { what: 'arrived', chatId, number: event.number, ticketId: event.ticketId }
    }
    case 'message-edited': {
      const slash = event.messageId.lastIndexOf('/')
      const number = Number(event.messageId.slice(slash + 1))
      return { what: 'edited', chatId: event.messageId.slice(0, slash), number, ticketId: event.ticketId }
    }
    default:
      return null
  }
}
