import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDownLeft, ArrowUpRight, Pause } from 'lucide-react'
import { type CSSProperties, type RefObject, useEffect, useRef } from 'react'
import type { QueueGroup } from '../../../src-preload/contract/queue'
import { selectTicket, useSelection } from '../../desk/selection-store'
import { useSettings } from '../../desk/settings-store'
import { shown as tickets } from '../../desk/shown-ticket'
import { Skeleton } from '../../ui/skeleton'
import { headingLines, lineAt, lineCount, lineOf } from './queue-layout'
import { QueueRow } from './queue-row'
import { indexOf, rowAt, type Snapshot } from './queue-snapshot'
import { queue } from './queue-store'
import { useListKeys } from './use-list-keys'

const headingHeight = 32
const groupWords: Readonly<Record<QueueGroup, string>> = {
  ours: 'Our turn',
  theirs: 'Customer’s turn',
  hold: 'On hold',
  done: 'Done',
}
const groupIcons = { ours: ArrowDownLeft, theirs: ArrowUpRight, hold: Pause, done: Pause }

/** The rows of one view, of which only those on screen exist; 100,000 are as quick as ten. */
export function QueueList({
  shown,
  listRef,
}: {
  shown: Snapshot
  listRef: RefObject<HTMLDivElement | null>
}) {
  const ticketId = useSelection((state) => state.ticketId)
  const isCompact = useSettings((state) => state.settings.density === 'compact')
  const { groups, total } = shown
  const headings = headingLines(groups)
  const chosen = ticketId === null ? null : indexOf(shown, ticketId)
  const chosenLine = chosen === null ? null : lineOf(groups, chosen)
  const rowHeight = isCompact ? 52 : 70
  const sticky = useRef(0)

  const virtual = useVirtualizer({
    count: lineCount(groups, total),
    getScrollElement: () => listRef.current,
    estimateSize: (line) => (headings.includes(line) ? headingHeight : rowHeight),
    overscan: 6,
    scrollPaddingStart: headings.length > 0 ? headingHeight : 0,
    scrollPaddingEnd: 8,
    paddingEnd: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      sticky.current = headings.filter((line) => line <= startIndex).at(-1) ?? 0
      const lines = new Set([sticky.current])
      for (let line = startIndex - overscan; line <= endIndex + overscan; line += 1)
        if (line >= 0 && line < count) lines.add(line)
      if (chosenLine !== null && chosenLine < count) lines.add(chosenLine)
      return [...lines].sort((a, b) => a - b)
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: all sizes follow these two.
  useEffect(() => virtual.measure(), [rowHeight, headings.join()])

  const rows = virtual.getVirtualItems().flatMap(({ index }) => {
    const line = index < lineCount(groups, total) ? lineAt(groups, index) : null
    return line?.kind === 'row' && index !== chosenLine ? [line.index] : []
  })
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new snapshot may lack what is on screen.
  useEffect(() => queue.see({ first, last }), [first, last, shown])

  const onKeyDown = useListKeys(shown)
  useEffect(() => {
    if (chosen === null) return
    const near = [chosen + 1, chosen - 1, chosen + 2].map((index) => rowAt(shown, index)?.id ?? [])
    void tickets.fetchAhead(near.flat())
  }, [chosen, shown])
  const followed = useRef<string | null>(null)
  useEffect(() => {
    if (chosenLine === null || followed.current === ticketId) return
    followed.current = ticketId
    virtual.scrollToIndex(chosenLine, { align: 'auto' })
  }, [chosenLine, ticketId, virtual])

  return (
    <div
      ref={listRef}
      className="queue-rows"
      role="listbox"
      aria-label="Queue"
      tabIndex={0}
      aria-activedescendant={chosen === null ? undefined : `queue-row-${chosen}`}
      onKeyDown={onKeyDown}
    >
      <div className="queue-canvas" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lineAt(groups, item.index)
          if (line.kind === 'group') {
            const Icon = groupIcons[line.group]
            const isSticky = item.index === sticky.current
            return (
              <div
                key={line.group}
                role="presentation"
                className={`queue-group ${line.group}${isSticky ? ' sticky' : ''}`}
                style={isSticky ? { height: item.size } : placeOf(item.start, item.size)}
              >
                <Icon size={13} />
                {groupWords[line.group]} <span className="count">{line.count.toLocaleString('en-GB')}</span>
              </div>
            )
          }
          const row = rowAt(shown, line.index)
          return row === null ? (
            <RowShape key={line.index} style={placeOf(item.start, item.size)} isCompact={isCompact} />
          ) : (
            <QueueRow
              key={line.index}
              id={`queue-row-${line.index}`}
              row={row}
              isChosen={row.id === ticketId}
              isCompact={isCompact}
              place={line.index + 1}
              total={total}
              onChoose={choose}
              top={item.start}
              height={item.size}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Where a row stands in the list. */
const placeOf = (top: number, height: number): CSSProperties => ({
  height,
  transform: `translateY(${top}px)`,
})

const choose = (row: { readonly id: string }) => selectTicket(row.id)

function RowShape({ style, isCompact }: { readonly style: CSSProperties; readonly isCompact: boolean }) {
  return (
    <div className="queue-row shape-only" style={style} role="presentation">
      {!isCompact && <Skeleton width={32} height={32} round />}
      <div className="queue-shape">
        <Skeleton width="62%" height={11} />
        <Skeleton width="84%" height={9} />
      </div>
    </div>
  )
}
