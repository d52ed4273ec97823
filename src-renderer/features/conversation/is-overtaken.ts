import type { MessageItem } from '../../../src-preload/contract/conversation'

/** Whether a reply was stopped because the customer wrote before it went out. */
export function isOvertaken({ delivery }: Pick<MessageItem, 'delivery'>): boolean {
  return delivery.kind === 'failed' && delivery.isStale === true
}
