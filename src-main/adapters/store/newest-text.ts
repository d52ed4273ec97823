import { filesIn } from '../../core/conversation/message-media'
import type { Recorded } from '../../core/desk/events'
import type { KnownMessages } from '../../core/desk/intents'
import type { EventIndex } from './event-index'
import type { Whereabouts } from './number-index'

type Latest = NonNullable<ReturnType<KnownMessages['latest']>>

/** A reply is sent soon after it was queued; further back than this many events we do not look. */
const farthestBack = 1000

/**
 * The newest text and files of a message and its place in the conversation. Of our own replies the journal holds the
 * text where they were queued, which is also their place.
 */
export function newestText(
  found: Whereabouts,
  index: EventIndex,
  event: (seq: number) => Recorded,
): Latest | null {
  const arrived = event(found.arrivedSeq)
  const base = arrived.event.kind === 'reply-sent' ? queuedBefore(arrived, index, event) : arrived
  const position = base.seq
  const { event: text } = found.textSeq === found.arrivedSeq ? base : event(found.textSeq)
  const media = filesIn(text) ?? filesIn(arrived.event)
  switch (text.kind) {
    case 'message-edited':
    case 'reply-queued':
      return { text: text.text, entities: text.entities, media, position }
    case 'message-received':
      return { text: text.message.text, entities: text.message.entities, media, position }
    default:
      return { text: '', entities: [], media, position }
  }
}

function queuedBefore(sent: Recorded, index: EventIndex, event: (seq: number) => Recorded): Recorded {
  if (sent.event.kind !== 'reply-sent') return sent
  for (const seq of index.of(sent.event.conversationId, sent.seq, farthestBack)) {
    const earlier = event(seq)
    if (earlier.event.kind === 'reply-queued' && earlier.event.outboxId === sent.event.outboxId)
      return earlier
  }
  return sent
}
