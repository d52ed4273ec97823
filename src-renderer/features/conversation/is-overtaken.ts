import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'

/** Whether a reply that did not go out was overtaken: the customer wrote after it. */
export function isOvertaken(reply: MessageItem, items: readonly TimelineItem[]): boolean {
  return (
    reply.delivery.kind === 'failed' &&
    items.some(
      (item) => item.kind === 'message' && item.side === 'customer' && item.position > reply.position,
    )
  )
}
