import { useEffect, useRef, useState } from 'react'
import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import { newestOf } from '../../desk/item-order'
import { cleanLine } from '../../desk/plain-text'
import { authorName } from './message-words'

const longest = 240

/**
 * Reads out what the customer writes while the ticket is open. The log itself is silent: rows that scroll into
 * sight are not news.
 */
export function Announcer({ items }: { readonly items: readonly TimelineItem[] }) {
  const [words, setWords] = useState('')
  const last = newestOf(items)
  const news = items.findLast(isFromCustomer)
  const known = useRef<number | null>(null)
  useEffect(() => {
    if (last === undefined) return
    const before = known.current
    known.current = Math.max(before ?? 0, last.position)
    if (before === null || news === undefined || news.position <= before) return
    setWords(`${authorName(news)}: ${spoken(news).slice(0, longest)}`)
  }, [last, news])
  return (
    <p className="hidden-text" aria-live="polite">
      {words}
    </p>
  )
}

/** What it led to, such as the ticket coming back, may stand after it. */
const isFromCustomer = (item: TimelineItem): item is MessageItem =>
  item.kind === 'message' && item.side === 'customer'

const spoken = ({ text, content }: MessageItem) => cleanLine(text, cleanLine(content?.line ?? '', 'a file'))
