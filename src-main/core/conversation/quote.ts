import type { MessageItem } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import { nameOf } from '../people/names'
import { conversationChat } from './message'
import { oneLine } from './one-line'
import type { Stretch } from './timeline'

/** What a message answers, by number: from the stretch at hand, else from what is known. Null if it is not. */
export function quoteOf(number: number | null, stretch: Stretch): MessageItem['replyTo'] {
  if (number === null) return null
  const { conversationId, recorded, events, state } = stretch
  for (const one of recorded) {
    const { event } = one
    if (event.kind === 'message-received' && event.message.number === number)
      return quote(one, `m:${number}`, oneLine(event.message.text, event.message.media), stretch)
    const isReply = event.kind === 'reply-queued'
    if (isReply && stretch.amendments.sent.get(event.outboxId)?.event.number === number)
      return quote(one, `o:${event.outboxId}`, oneLine(event.text), stretch)
  }
  const latest = events.latest(conversationChat(conversationId), number)
  if (!latest) return null
  const [source] = events.read(conversationId, { before: latest.position + 1, limit: 1 })
  const sent = state.conversations.get(conversationId)?.sentReplies.find((reply) => reply.number === number)
  return quote(source, sent ? `o:${sent.outboxId}` : `m:${number}`, oneLine(latest.text), stretch)
}

function quote(
  source: Recorded | undefined,
  itemId: string,
  text: string,
  { state }: Stretch,
): MessageItem['replyTo'] {
  const event = source?.event
  const author =
    event?.kind === 'message-received'
      ? event.message.senderId
      : source && source.by.kind !== 'desk'
        ? source.by.id
        : ''
  return { itemId, author: nameOf(state, author), text }
}
