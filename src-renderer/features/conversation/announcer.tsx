import { useEffect, useRef, useState } from 'react'
import type { MessageItem, TimelineItem } from '../../../src-preload/contract/conversation'
import { cleanLine } from '../../desk/plain-text'
import { authorName } from './message-words'

const longest = 240

/**
 * Reads out what the customer writes while the ticket is open. The log itself is silent: rows that scroll into
 * sight are not news.
 */
export function Announcer({ items }: { readonly items: readonly TimelineItem[] }) {
  const [words, setWords] = useState('')
  const last = items.at(-1)
  const known = useRef<number | null>(null)
  useEffect(() => {
    if (last === undefined) return
    const before = known.current
    known.current = Math.max(before ?? 0, last.position)
    if (before === null || last.position <= before) return
    if (last.kind === 'message' && last.side === 'customer')
      setWords(`${authorName(last)}: ${spoken(last).slice(0, longest)}`)
  }, [last])
  return (
    <p className="hidden-text" aria-live="polite">
      {words}
    </p>
  )
}

const spoken = ({ text, content }: MessageItem) => cleanLine(text, cleanLine(content?.line ?? '', 'a file'))
