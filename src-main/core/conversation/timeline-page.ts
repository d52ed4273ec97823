import type { TimelinePage } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import type { Ticket } from '../ticket/ticket'
import { nameOf, type Shown, unmatched } from './amendments'
import { readingBack } from './read-back'
import type { TimelineGround } from './stretch'
import { beginsItem, type NamedItem, timeline, waitingReplies } from './timeline'

const chunk = 200
/** The contract allows a cursor of 4,000 characters. */
const cursorMaxLength = 3_900

/** Which stretch is wanted: up to `limit` items before the cursor, or the newest. */
export interface PageWish {
  readonly before?: string | undefined
  readonly limit: number
}

/**
 * A stretch of a ticket's conversation, oldest first. Edits, deletions and arrivals stand behind what they
 * change, so a page carries to the one before it, in its cursor, the positions of those that found nothing to
 * change yet. A reply stands where it went out, so a page reads on behind itself for what was written long before;
 * those that wait stand at the end of the newest page.
 */
export function timelinePage(
  ticket: Ticket,
  { before, limit }: PageWish,
  ground: TimelineGround,
): Omit<TimelinePage, 'revision'> {
  const { conversationId } = ticket
  const cursor = parseCursor(before)
  const carried = cursor.carried
    .flatMap((seq) =>
      ground.events.read(conversationId, { before: seq + 1, limit: 1 }).filter((one) => one.seq === seq),
    )
    .sort((one, other) => one.seq - other.seq)
  const { stretch, isWhole } = readBack(conversationId, cursor.before, limit, ground)
  const oldest = stretch[0]?.seq
  const origins = oldest === undefined ? [] : readOrigins(conversationId, stretch, ground)
  const named = timeline(conversationId, [...origins, ...stretch, ...carried], ground).filter(
    ({ item }) => oldest !== undefined && item.position >= oldest,
  )
  return {
    ticketId: ticket.id,
    items: [...named, ...(before === undefined ? waitingReplies(conversationId, ground) : [])].map(
      ({ item }) => item,
    ),
    earlier:
      isWhole || oldest === undefined
        ? null
        : formCursor(oldest, unmatched([...stretch, ...carried], shownOf(named, stretch))),
    newFrom: ticket.seenPosition < ticket.customerPosition ? ticket.seenPosition : null,
  }
}

/** Events before a stretch, oldest first, back to where the replies that went out in it were written. */
function readOrigins(
  conversationId: string,
  stretch: readonly Recorded[],
  { events }: TimelineGround,
): readonly Recorded[] {
  const missing = new Set<string>()
  for (const { event } of stretch) if (event.kind === 'reply-sent') missing.add(event.outboxId)
  const found = ({ event }: Recorded) => event.kind === 'reply-queued' && missing.delete(event.outboxId)
  stretch.forEach(found)
  const back: Recorded[] = []
  if (missing.size === 0) return back
  for (const one of readingBack(events, conversationId, { before: stretch[0]?.seq, chunk })) {
    back.push(one)
    if (found(one) && missing.size === 0) break
  }
  return back.reverse()
}

function shownOf(named: readonly NamedItem[], stretch: readonly Recorded[]): Shown {
  const names = new Set(
    named.flatMap(({ name, others = [] }) => [...(name === null ? [] : [name]), ...others]),
  )
  for (const { event } of stretch) if (event.kind === 'message-received') names.add(nameOf(event.message))
  const outboxIds = named.flatMap(({ item }) => (item.kind === 'message' ? (item.outboxId ?? []) : []))
  return { names, outboxIds: new Set(outboxIds) }
}

/** Events back to the one that begins the `limit`-th item, oldest first; whole if nothing lies before. */
function readBack(
  conversationId: string,
  before: number | undefined,
  limit: number,
  { events, state }: TimelineGround,
): { readonly stretch: readonly Recorded[]; readonly isWhole: boolean } {
  const back: Recorded[] = []
  let items = 0
  for (const one of readingBack(events, conversationId, { before, chunk })) {
    if (beginsItem(one, state) && ++items > limit) return { stretch: back.reverse(), isWhole: false }
    back.push(one)
  }
  return { stretch: back.reverse(), isWhole: true }
}

/** A cursor that is none of ours means the newest page. */
function parseCursor(cursor = ''): {
  readonly before: number | undefined
  readonly carried: readonly number[]
} {
  const [, before, carried = ''] = /^(\d+)\|([\d,]*)$/.exec(cursor) ?? []
  if (before === undefined) return { before: undefined, carried: [] }
  return { before: Number(before), carried: carried === '' ? [] : carried.split(',').map(Number) }
}

/** If there are too many to carry, the ones furthest behind are left out. */
function formCursor(before: number, carried: readonly number[]): string {
  let cursor = `${before}|`
  for (const seq of carried) {
    const longer = `${cursor}${cursor.endsWith('|') ? '' : ','}${seq}`
    if (longer.length > cursorMaxLength) break
    cursor = longer
  }
  return cursor
}
