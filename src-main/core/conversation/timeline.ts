import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { deliveryOf } from '../outbox/delivery'
import { entriesInOrder } from '../outbox/entries'
import { actorView, authorView } from '../people/names'
import { ms } from '../time'
import { type Amendments, gatherAmendments, nameOf, sentName } from './amendments'
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
  /** The names of the other messages that it shows, such as those of an album that this desk sent. */
  readonly others?: readonly MessageId[]
}

/**
 * Whether an event begins an item of the timeline where it stands; all others only change one. A reply begins where it
 * went out, as the customer sees it: below what they wrote meanwhile. As long as it waits it stands at the end.
 */
export function beginsItem(recorded: Recorded, state: DeskState): boolean {
  const { event } = recorded
  if (event.kind === 'message-received') return event.partOf === undefined
  if (event.kind === 'reply-queued') return false
  if (event.kind === 'reply-sent' || event.kind === 'note-added') return true
  return sentence(recorded, state) !== null
}

/** The replies of a conversation that did not go out yet, in the order they will; of some items only, if given. */
export function waitingReplies(
  conversationId: string,
  ground: TimelineGround,
  among?: ReadonlySet<string>,
): readonly NamedItem[] {
  const recorded = entriesInOrder(ground.state, conversationId)
    .filter(({ kind, id }) => kind === 'reply' && (among?.has(`o:${id}`) ?? true))
    .flatMap(({ seq }) => ground.events.read(conversationId, { before: seq + 1, limit: 1 }))
  const stretch = { ...ground, conversationId, recorded, amendments: gatherAmendments(recorded) }
  return recorded.flatMap((one) =>
    one.event.kind === 'reply-queued' ? [replyItem({ ...one, event: one.event }, stretch)] : [],
  )
}

/** The items of a stretch of events, both oldest first, with everything in the stretch that amends them; none that waits. */
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
      return null
    case 'reply-sent': {
      const { first, queued } = stretch.amendments
      const reply = queued.get(event.outboxId)
      return reply && first.get(event.outboxId) === seq ? replyItem(reply, stretch, seq) : null
    }
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
  position = seq,
): NamedItem {
  const { outboxId } = event
  const { state, amendments } = stretch
  const entry = state.outbox.get(outboxId)
  const sent = amendments.sent.get(outboxId)?.event
  const home = sent ? sentChat(sent) : conversationChat(stretch.conversationId)
  const parts = (amendments.albumParts.get(outboxId) ?? []).filter(
    ({ event: { message } }) => message.chatId === home,
  )
  const arrivedMedia = [...(sent?.media ?? []), ...parts.flatMap(({ event }) => mediaNow(event, amendments))]
  const media =
    sent && arrivedMedia.length > 0
      ? uniqueMedia(arrivedMedia)
      : [...event.files.map(fileMedia), ...uniqueMedia(event.media ?? [])]
  const name = sentName(sent)
  const item: MessageItem = {
    kind: 'message',
    id: `o:${outboxId}`,
    position,
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
  return { item, name, others: parts.map((part) => nameOf(part.event.message)) }
}

/** The files of one part of an album as they are now: none once it was deleted. */
function mediaNow(
  { message }: Extract<DeskEvent, { kind: 'message-received' }>,
  { edits, deletions }: Amendments,
): readonly StoredMedia[] {
  const name = nameOf(message)
  if (deletions.has(name)) return []
  const replaced = (edits.get(name) ?? []).flatMap(({ event }) => (event.media?.length ? [event.media] : []))
  return replaced.at(-1) ?? message.media
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
