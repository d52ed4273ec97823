import type { TimelineItem } from '../../src-preload/contract/conversation'

const arrived: ReadonlySet<string> = new Set(['received', 'sent', 'read'])

/** Whether an item is a reply that did not go out yet. */
export const isWaiting = (item: TimelineItem): boolean =>
  item.kind === 'message' && !arrived.has(item.delivery.kind)

/** The order of a conversation: by place, and after all that is there the replies that wait. */
export const inOrder = (one: TimelineItem, other: TimelineItem): number =>
  Number(isWaiting(one)) - Number(isWaiting(other)) || one.position - other.position

/** The newest thing of a conversation in its order: a reply that waits may be older than what stands above it. */
export function newestOf(items: readonly TimelineItem[]): TimelineItem | undefined {
  let newest: TimelineItem | undefined
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (item === undefined) break
    if (newest === undefined || item.position > newest.position) newest = item
    if (!isWaiting(item)) break
  }
  return newest
}
