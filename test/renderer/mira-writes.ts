import type { Page } from '@playwright/test'
import type { MessageItem } from '../../src-preload/contract/conversation'
import { now } from './data/now'
import { plainMessage } from './data/plain-message'

/** A message that Mira wrote at a position of the conversation. */
export function written(position: number, text: string): MessageItem {
  return { ...plainMessage, id: `late-${position}`, position, at: now + position, text }
}

/** Mira writes in the ticket DSA312 while the agent is at it. */
export async function miraWrites(page: Page, text: string): Promise<void> {
  await page.evaluate(
    (item) =>
      window.script.emit('timeline-changed', {
        revision: 900,
        ticketId: 't-DSA312',
        items: [item],
        gone: [],
      }),
    written(9000, text),
  )
}
