import { type RefObject, useEffect, useRef } from 'react'
import type { TimelineItem } from '../../../src-preload/contract/conversation'
import { afterPaint } from '../../desk/after-paint'
import { newestOf } from '../../desk/item-order'
import { noteSeen, useReading } from '../../desk/reading-store'
import { useSelection } from '../../desk/selection-store'
import { timelines } from '../../desk/timeline-store'

const isOthers = (item: TimelineItem) =>
  item.kind !== 'event' && !(item.kind === 'message' && item.side === 'team') && !item.author.isMe

/** How long the end must stand before the eyes until what came last is not new any more. */
const readMs = 3000

/**
 * Tells main what the agent has seen: only when the newest item is on screen in a window that has the focus.
 * What comes while it is not gets the "New" line, which goes when it was on screen for a while, or was answered.
 */
export function useSeen(options: {
  readonly ticketId: string
  readonly items: readonly TimelineItem[]
  readonly isAtEnd: boolean
  readonly log: RefObject<HTMLElement | null>
}) {
  const { ticketId, items, isAtEnd, log } = options
  const last = newestOf(items)
  const newest = last?.position ?? null
  const newestOfOthers = items.findLast(isOthers)?.position ?? null
  const told = useRef(-1)
  /** Coming back from another place shows the log again. */
  const place = useSelection((state) => state.place)
  const isDivided = timelines.use((state) => (state.byTicket.get(ticketId)?.newFrom ?? null) !== null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the place changes.
  useEffect(() => {
    if (newest === null) return
    const look = () => {
      const isOnScreen = isAtEnd && document.hasFocus() && (log.current?.getClientRects().length ?? 0) > 0
      if (isOnScreen && told.current < newest) {
        told.current = newest
        noteSeen(ticketId, newest)
        void window.desk.conversation.seen({ ticketId, position: newest })
      }
      const seen = useReading.getState().seen.get(ticketId)
      if (!isOnScreen && seen !== undefined && newestOfOthers !== null && newestOfOthers > seen)
        timelines.divide(ticketId, seen)
    }
    const forget = afterPaint(look)
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      forget()
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [ticketId, newest, newestOfOthers, isAtEnd, log, place])

  useEffect(() => {
    if (!isDivided || !isAtEnd || newest === null) return
    const timer = setInterval(() => {
      if (document.hasFocus() && told.current >= newest) timelines.divide(ticketId, null)
    }, readMs)
    return () => clearInterval(timer)
  }, [ticketId, isDivided, isAtEnd, newest])

  const isAnswered = last !== undefined && last.kind !== 'event' && last.author.isMe
  useEffect(() => {
    if (isDivided && isAnswered) timelines.divide(ticketId, null)
  }, [ticketId, isDivided, isAnswered])

  /** Leaving a ticket whose end was seen takes its "New" line away. */
  useEffect(
    () => () => {
      const held = timelines.use.getState().byTicket.get(ticketId)
      const last = newestOf(held?.items ?? [])?.position
      if (last !== undefined && last <= told.current) timelines.divide(ticketId, null)
    },
    [ticketId],
  )
}
