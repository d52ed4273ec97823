import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { deliveryOf } from '../outbox/delivery'
import { actorView, authorView } from '../people/names'
import { ms } from '../time'
import { gatherAmendments, nameOf, sentName } from './amendments'
import { changesTo } from './changeable'
import { contentOf, contentView } from './content'
import { conversationChat, type Iso, type MessageId, type StoredMedia, sentChat } from './message'
import { messageItemId } from './message-item-id'
import { fileMedia, storedMedia } from './message-media'
import { quoteOf } from './quote'
import { sentence } from './sentences'
import type { Stretch, TimelineGround } from './stretch'
import { versionsOf } from './versions'

/** An item and the name of its message, if it is one and has one. */
export interface NamedItem {
  readonly item: TimelineItem
  readonly name: MessageId | null
}

/** Whether an event begins an item of the timeline; all others only change one. */
export function beginsItem(recorded: Recorded, state: DeskState): boolean {
  const { event } = recorded
  if (event.kind === 'message-received') return event.partOf === undefined
  if (event.kind === 'reply-queued' || event.kind === 'note-added') return true
  return sentence(recorded, state) !== null
}

/** The items of a stretch of events, both oldest first, with everything in the stretch that amends them. */
export function timeline(
  conversationId: string,
  recorded: readonly Recorded[],
  ground: TimelineGround,
): readonly NamedItem[] {
  const stretch = { ...ground, conversationId, recorded, amendments: gatherAmendments(recorded) }
  return recorded.flatMap((one) => {
    const item = itemOf(one, stretch)
    return item ? [item] : []
  })
}

function itemOf(recorded: Recorded, stretch: Stretch): NamedItem | null {
  const { event, seq, at, by } = recorded
  switch (event.kind) {
    case 'message-received':
      return event.partOf === undefined ? receivedItem({ ...recorded, event }, stretch) : null
    case 'reply-queued':
      return replyItem({ ...recorded, event }, stretch)
    case 'note-added': {
      const author = actorView(stretch.state, by)
      const item = {
        kind: 'note',
        id: `n:${event.noteId}`,
        position: seq,
        at: ms(at),
        author,
        text: event.text,
      } as const
      return { item, name: null }
    }
    default: {
      const words = sentence(recorded, stretch.state)
      return (
        words && {
          item: { kind: 'event', id: `e:${seq}`, position: seq, at: ms(trueTime(recorded)), ...words },
          name: null,
        }
      )
    }
  }
}

/** When something truly happened, however late the desk learned of it. */
function trueTime({ event, at }: Recorded): Iso {
  if (event.kind === 'ticket-created') return event.openedAt
  return 'trueAt' in event && event.trueAt !== undefined ? event.trueAt : at
}

function receivedItem(
  { event, seq }: Recorded<Extract<DeskEvent, { kind: 'message-received' }>>,
  stretch: Stretch,
): NamedItem {
  const { message, side } = event
  const item: MessageItem = {
    kind: 'message',
    id: messageItemId(stretch.conversationId, message),
    position: seq,
    at: ms(message.sentAt),
    side,
    author: authorView(stretch.state, message.senderId),
    content: contentView(contentOf(message)),
    albumId: message.albumId,
    replyTo: quoteOf(message.chatId, message.replyTo, stretch),
    ...versionsOf({ ...message, media: storedMedia(message.media) }, nameOf(message), stretch.amendments),
    delivery: side === 'team' ? arrived(message, stretch) : { kind: 'received' },
    outboxId: null,
  }
  return { item, name: nameOf(message) }
}

function replyItem(
  { event, seq, at, by }: Recorded<Extract<DeskEvent, { kind: 'reply-queued' }>>,
  stretch: Stretch,
): NamedItem | null {
  const { outboxId } = event
  const { state, amendments } = stretch
  if (amendments.discarded.has(outboxId)) return null
  const entry = state.outbox.get(outboxId)
  const sent = amendments.sent.get(outboxId)?.event
  const home = sent ? sentChat(sent) : conversationChat(stretch.conversationId)
  const parts = (amendments.albumParts.get(outboxId) ?? []).filter(
    ({ event: { message } }) => message.chatId === home,
  )
  const arrivedMedia = [...(sent?.media ?? []), ...parts.flatMap((part) => part.event.message.media)]
  const media =
    sent && arrivedMedia.length > 0
      ? uniqueMedia(arrivedMedia)
      : [...event.files.map(fileMedia), ...uniqueMedia(event.media ?? [])]
  const name = sentName(sent)
  const item: MessageItem = {
    kind: 'message',
    id: `o:${outboxId}`,
    position: seq,
    at: ms(sent?.sentAt ?? at),
    side: 'team',
    author: actorView(state, by),
    content: contentView(event.content),
    albumId: null,
    replyTo: quoteOf(home, event.replyTo, stretch),
    ...versionsOf({ ...event, media }, name, amendments),
    delivery:
      entry && !sent
        ? deliveryOf(entry, state, stretch)
        : arrived({ chatId: home, number: sent?.number ?? null }, stretch),
    outboxId,
    ...changesTo(event, name, home, stretch),
  }
  return { item, name }
}

function uniqueMedia(media: readonly StoredMedia[]): MessageItem['media'] {
  return [...new Map(storedMedia(media).map((one) => [one.fileId, one])).values()]
}

/** Where the customer has read up to is known for the chat of now. */
function arrived(
  { chatId, number }: { readonly chatId: string; readonly number: number | null },
  { state, conversationId }: Stretch,
): MessageItem['delivery'] {
  const now = state.conversations.get(conversationId)
  return { kind: number !== null && now?.chatId === chatId && number <= now.readUpTo ? 'read' : 'sent' }
}
