import type { MessageItem } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import { actorView, nameOf as personName } from '../people/names'
import { nameOf, sentName } from './amendments'
import { contentOf } from './content'
import { type IncomingMessage, messageId } from './message'
import { messageItemId } from './message-item-id'
import { oneLine } from './one-line'
import type { Stretch } from './stretch'

/** What a message answers, by number in its chat: from the stretch at hand, else from what is known. Null if it is not. */
export function quoteOf(chatId: string, number: number | null, stretch: Stretch): MessageItem['replyTo'] {
  if (number === null) return null
  const { conversationId, recorded, events, state } = stretch
  const name = messageId(chatId, number)
  for (const one of recorded) {
    const { event } = one
    if (event.kind === 'message-received' && event.partOf === undefined && nameOf(event.message) === name)
      return quote(one, messageItemId(conversationId, event.message), lineOf(event.message), stretch)
    const isReply = event.kind === 'reply-queued'
    if (isReply && sentName(stretch.amendments.sent.get(event.outboxId)?.event) === name)
      return quote(one, `o:${event.outboxId}`, oneLine(event.text, event.media, event.content), stretch)
  }
  const latest = events.latest(chatId, number)
  if (!latest) return null
  const [source] = events.read(conversationId, { before: latest.position + 1, limit: 1 })
  const sent = state.conversations.get(conversationId)?.sentReplies.find((reply) => reply.number === number)
  return quote(
    source,
    sent ? `o:${sent.outboxId}` : messageItemId(conversationId, { chatId, number }),
    source?.event.kind === 'message-received' ? lineOf(source.event.message) : oneLine(latest.text),
    stretch,
  )
}

function lineOf(message: IncomingMessage): string {
  return oneLine(message.text, message.media, contentOf(message))
}

function quote(
  source: Recorded | undefined,
  itemId: string,
  text: string,
  { state }: Stretch,
): MessageItem['replyTo'] {
  if (source === undefined) return { itemId, author: personName(state, ''), text }
  const { event, by } = source
  const author =
    event.kind === 'message-received' ? personName(state, event.message.senderId) : actorView(state, by).name
  return { itemId, author, text }
}
