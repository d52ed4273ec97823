import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import type { Writing } from '../../desk/draft-store'

const isFromCustomer = (item: TimelineItem): item is MessageItem =>
  item.kind === 'message' && item.side === 'customer' && item.deletedAt === null

/**
 * The last thing the customer wrote after the reply was begun; null if nothing. A draft from an earlier life of the
 * window knows only when it was saved, so there the time decides.
 */
export function wroteMeanwhile(items: readonly TimelineItem[], reply: Writing): MessageItem | null {
  if (reply.text.trim() === '') return null
  const { begunAfter, savedAt } = reply
  const last = items.findLast(isFromCustomer)
  if (last === undefined) return null
  if (begunAfter !== null) return last.position > begunAfter ? last : null
  return savedAt !== null && last.at > savedAt ? last : null
}
