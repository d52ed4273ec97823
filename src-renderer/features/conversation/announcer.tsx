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
  const [said, setSaid] = useState({ upTo: 0, words: '' })
  const known = useRef<number | null>(null)
  useEffect(() => {
    const last = newestOf(items)
    if (last === undefined) return
    const before = known.current
    known.current = Math.max(before ?? 0, last.position)
    const news = items.filter(isFromCustomer).filter(({ position }) => before !== null && position > before)
    if (news.length === 0) return
    const words = news.map((item) => `${authorName(item)}: ${spoken(item).slice(0, longest)}`).join(' ')
    setSaid({ upTo: last.position, words })
  }, [items])
  return (
    <p className="hidden-text" aria-live="polite">
      {/* Another element each time: the same words twice are two messages. */}
      <span key={said.upTo}>{said.words}</span>
    </p>
  )
}

/** What it led to, such as the ticket coming back, may stand after it. */
const isFromCustomer = (item: TimelineItem): item is MessageItem =>
  item.kind === 'message' && item.side === 'customer'

const spoken = ({ text, content }: MessageItem) => cleanLine(text, cleanLine(content?.line ?? '', 'a file'))
