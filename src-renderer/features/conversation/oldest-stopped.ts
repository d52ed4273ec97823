import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import { isOvertaken } from './is-overtaken'

const isFailed = (item: TimelineItem): item is MessageItem =>
  item.kind === 'message' && item.outboxId !== null && item.delivery.kind === 'failed'

/** The reply that a key sends all the same: the oldest that failed, if it was the customer who overtook it. */
export function oldestStopped(items: readonly TimelineItem[]): MessageItem | undefined {
  const oldest = items.find(isFailed)
  return oldest !== undefined && isOvertaken(oldest) ? oldest : undefined
}
