import { messageId } from '../conversation/message'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { ms } from '../time'
import { entriesInOrder, waitingAfter } from './entries'
import { evolveOutbox } from './evolve-outbox'

type InConversation = Extract<DeskEvent, { conversationId: string }>
type Fact<K extends DeskEvent['kind']> = Extract<DeskEvent, { kind: K }>

/** What waits to go out, after something happened in a conversation. `state` is the desk before it. */
export function outboxAfter(
  state: DeskState,
  recorded: Recorded<InConversation>,
): Pick<DeskState, 'outbox' | 'waiting'> {
  const { event } = recorded
  const { outbox, waiting } = state
  if ('outboxId' in event) {
    const after = evolveOutbox(state, { ...recorded, event })
    return { outbox: after, waiting: waitingAfter(state, after, event.outboxId) }
  }
  if (event.kind === 'message-deleted') return { outbox: withoutQuote(state, event), waiting }
  if (event.kind === 'message-received') return { outbox: overtaken(state, { ...recorded, event }), waiting }
  return { outbox, waiting }
}

/** A reply that waits quotes no message that was deleted: Telegram would refuse it. */
function withoutQuote(
  state: DeskState,
  { conversationId: id, messageId: deleted }: Fact<'message-deleted'>,
): DeskState['outbox'] {
  let { outbox } = state
  for (const entry of entriesInOrder(state, id))
    if (
      entry.kind === 'reply' &&
      entry.replyTo !== null &&
      messageId(entry.chatId, entry.replyTo) === deleted
    )
      outbox = outbox.set(entry.id, { ...entry, replyTo: null })
  return outbox
}

/** What the customer writes is not answered by what waits already: the first of it is when the next reply is owed from. */
function overtaken(state: DeskState, { event, by }: Recorded<Fact<'message-received'>>): DeskState['outbox'] {
  let { outbox } = state
  const { side, partOf, isContext, message, ticketId, conversationId } = event
  if (side !== 'customer' || partOf !== undefined || isContext || by.kind === 'desk') return outbox
  for (const entry of entriesInOrder(state, conversationId))
    if (entry.kind === 'reply' && entry.ticketId === ticketId && entry.overtakenAt === undefined)
      outbox = outbox.set(entry.id, { ...entry, overtakenAt: ms(message.sentAt) })
  return outbox
}
