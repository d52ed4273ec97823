import type { TimelinePage } from '../../../src-preload/contract/conversation'
import type { Recorded } from '../desk/events'
import type { Ticket } from '../ticket/ticket'
import { gatherAmendments, unmatched } from './amendments'
import type { TimelineGround } from './stretch'
import { beginsItem, timeline } from './timeline'

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
 * change yet.
 */
export function timelinePage(
  ticket: Ticket,
  { before, limit }: PageWish,
  ground: TimelineGround,
): Omit<TimelinePage, 'revision'> {
  const { conversationId } = ticket
  const cursor = parseCursor(before)
  const carried = cursor.carried.flatMap((seq) =>
    ground.events.read(conversationId, { before: seq + 1, limit: 1 }).filter((one) => one.seq === seq),
  )
  const { stretch, isWhole } = readBack(conversationId, cursor.before, limit, ground)
  const recorded = [...stretch, ...carried.sort((one, other) => one.seq - other.seq)]
  const items = timeline(conversationId, recorded, ground).map(({ item }) => item)
  const oldest = stretch[0]?.seq
  return {
    ticketId: ticket.id,
    items,
    earlier:
      isWhole || oldest === undefined
        ? null
        : formCursor(oldest, unmatched(recorded, gatherAmendments(recorded))),
    newFrom: ticket.seenPosition < ticket.customerPosition ? ticket.seenPosition : null,
  }
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
  for (let from = before; ; ) {
    const read = events.read(conversationId, {
      limit: chunk,
      ...(from === undefined ? {} : { before: from }),
    })
    for (const one of read) {
      if (beginsItem(one, state) && ++items > limit) return { stretch: back.reverse(), isWhole: false }
      back.push(one)
    }
    from = read[read.length - 1]?.seq
    if (read.length < chunk || from === undefined) return { stretch: back.reverse(), isWhole: true }
  }
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
