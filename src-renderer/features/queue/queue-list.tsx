import { ArrowDownLeft, ArrowUpRight, Pause } from 'lucide-react'
import {
  type CSSProperties,
  memo,
  type ReactElement,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import type { QueueGroup } from '../../../src-preload/contract/queue'
import { afterPaint } from '../../desk/after-paint'
import { useSelection } from '../../desk/selection-store'
import { useSettings } from '../../desk/settings-store'
import { shown as tickets } from '../../desk/shown-ticket-store'
import { classNames } from '../../ui/class-names'
import { Skeleton } from '../../ui/skeleton'
import {
  endSpace,
  headingHeight,
  heightOf,
  type Layout,
  lineAt,
  lineOf,
  type Sight,
  topOf,
} from './queue-layout'
import { QueueRow } from './queue-row'
import { indexOf, rowAt, type Snapshot } from './queue-snapshot'
import { queue } from './queue-store'
import { useListKeys } from './use-list-keys'
import { useRowPress } from './use-row-press'
import { useSight } from './use-sight'

const groupWords: Readonly<Record<QueueGroup, string>> = {
  ours: 'Our turn',
  theirs: 'Customer’s turn',
  hold: 'On hold',
  done: 'Done',
}
const groupIcons: Readonly<Record<QueueGroup, ReactElement>> = {
  ours: <ArrowDownLeft size={13} />,
  theirs: <ArrowUpRight size={13} />,
  hold: <Pause size={13} />,
  done: <Pause size={13} />,
}

interface QueueListProps {
  readonly shown: Snapshot
  /** Something else stands in its place. */
  readonly isAway: boolean
  readonly listRef: RefObject<HTMLDivElement | null>
}

/**
 * The rows of a view, of which only those on screen exist; 100,000 are as quick as ten. Another view comes into the
 * same rows.
 */
export const QueueList = memo(function QueueList({ shown, isAway, listRef }: QueueListProps) {
  const ticketId = useSelection((state) => state.ticketId)
  const isCompact = useSettings((state) => state.settings.density === 'compact')
  const { view, groups, total } = shown
  const layout: Layout = { groups, total, rowHeight: isCompact ? 52 : 70 }
  const chosen = ticketId === null ? null : indexOf(shown, ticketId)
  const chosenLine = chosen === null ? null : lineOf(groups, chosen)
  const { sight, scrollTo, reveal } = useSight(listRef, layout)
  const press = useRowPress()
  const onKeyDown = useListKeys(shown)

  const lines = linesOf(sight, chosenLine)
  const rows = lines.flatMap((line) => {
    const here = lineAt(groups, line)
    return here.kind === 'row' && line >= sight.first && line <= sight.last ? [here.index] : []
  })
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new snapshot may lack what is on screen.
  useEffect(() => queue.see({ first, last }), [first, last, shown])

  useEffect(() => {
    if (chosen === null || isAway) return
    const near = [chosen + 1, chosen - 1, chosen + 2].map((index) => rowAt(shown, index)?.id ?? [])
    return afterPaint(() => void tickets.fetchAhead(near.flat()))
  }, [chosen, shown, isAway])

  /** The choice and the view that the scrolling has followed. */
  const followed = useRef({ ticketId: null as string | null, view })
  useLayoutEffect(() => {
    if (followed.current.view !== view) {
      followed.current = { ticketId: null, view }
      scrollTo(0)
    }
    if (chosenLine === null || followed.current.ticketId === ticketId) return
    followed.current = { ticketId, view }
    reveal(chosenLine)
  }, [chosenLine, ticketId, view, scrollTo, reveal])

  return (
    <div
      {...press}
      ref={listRef}
      className={classNames('queue-rows', isAway && 'away')}
      role="listbox"
      aria-label="Queue"
      aria-hidden={isAway || undefined}
      tabIndex={isAway ? -1 : 0}
      aria-activedescendant={chosen === null ? undefined : `queue-row-${chosen}`}
      onKeyDown={onKeyDown}
    >
      <div className="queue-canvas" role="presentation" style={{ height: heightOf(layout) + endSpace }}>
        {lines.map((line) => {
          const here = lineAt(groups, line)
          const top = topOf(layout, line)
          if (here.kind === 'group') {
            const isSticky = line === sight.sticky
            return (
              <div
                key={here.group}
                role="presentation"
                className={`queue-group ${here.group}${isSticky ? ' sticky' : ''}`}
                style={isSticky ? { height: headingHeight } : placeOf(top, headingHeight)}
              >
                {groupIcons[here.group]}
                {groupWords[here.group]} <span className="count">{here.count.toLocaleString('en-GB')}</span>
              </div>
            )
          }
          const row = rowAt(shown, here.index)
          return row === null ? (
            <RowShape key={here.index} style={placeOf(top, layout.rowHeight)} isCompact={isCompact} />
          ) : (
            <QueueRow
              key={here.index}
              id={`queue-row-${here.index}`}
              row={row}
              isChosen={row.id === ticketId}
              isCompact={isCompact}
              place={here.index + 1}
              total={total}
              top={top}
              height={layout.rowHeight}
            />
          )
        })}
      </div>
    </div>
  )
})

/** The lines to draw: those in sight, the heading that stays, and the chosen one, to which the list points. */
function linesOf({ first, last, sticky }: Sight, chosenLine: number | null): readonly number[] {
  const lines = new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at))
  if (sticky !== null) lines.add(sticky)
  if (chosenLine !== null) lines.add(chosenLine)
  return [...lines].sort((a, b) => a - b)
}

/** Where a row stands in the list. */
const placeOf = (top: number, height: number): CSSProperties => ({
  height,
  transform: `translateY(${top}px)`,
})

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
