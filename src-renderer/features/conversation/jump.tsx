import { ArrowDown } from 'lucide-react'
import type { TimelineItem } from '../../../src-preload/contract/conversation'
import { isWaiting } from '../../desk/item-order'
import { useReading } from '../../desk/reading-store'

export interface JumpProps {
  readonly ticketId: string
  readonly items: readonly TimelineItem[]
  readonly isAtEnd: boolean
  readonly onJump: () => void
}

/** The way back to the newest message, with how many came since the end was on screen. */
export function Jump({ ticketId, items, isAtEnd, onJump }: JumpProps) {
  const seen = useReading((state) => state.seen.get(ticketId))
  if (isAtEnd) return null
  let fresh = 0
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at]
    if (item !== undefined && isWaiting(item)) continue
    if (item === undefined || seen === undefined || item.position <= seen) break
    if (item.kind === 'message' && item.side === 'customer') fresh += 1
  }
  return (
    <button type="button" className="jump" onClick={onJump}>
      <ArrowDown size={14} />
      {fresh > 0 ? `${fresh} new, jump to newest` : 'Jump to newest'}
    </button>
  )
}
