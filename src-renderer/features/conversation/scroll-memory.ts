import type { VirtualItem } from '@tanstack/react-virtual'

/** Where a log was left: measured rows and offset, so that coming back shows the very same lines. */
export interface LeftAt {
  readonly isAtEnd: boolean
  readonly offset: number
  readonly measurements: VirtualItem[]
  /** The first row's key: with other rows above, the offset means another place. */
  readonly firstKey: string
}

const kept = 40
const leftAt = new Map<string, LeftAt>()

/** Remembers where the log of a ticket was left. */
export function rememberScroll(ticketId: string, at: LeftAt): void {
  leftAt.delete(ticketId)
  leftAt.set(ticketId, at)
  for (const id of leftAt.keys()) {
    if (leftAt.size <= kept) break
    leftAt.delete(id)
  }
}

/** Where the log of a ticket was left; null if it never was, or rows came above since. */
export function recallScroll(ticketId: string, firstKey: string | undefined): LeftAt | null {
  const at = leftAt.get(ticketId)
  return at !== undefined && at.firstKey === firstKey ? at : null
}
