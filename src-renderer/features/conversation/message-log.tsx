import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TicketView } from '../../../src-preload/contract/ticket'
import { useReading } from '../../desk/reading-store'
import { requestFocus, useSelection } from '../../desk/selection-store'
import { type Timeline, timelines } from '../../desk/timeline-store'
import { useHandedFocus } from '../../ui/use-handed-focus'
import { Jump } from './jump'
import { LogRow } from './log-row'
import { type LogEntry, logEntries } from './runs'
import { recallScroll, rememberScroll } from './scroll-memory'
import { useEnd } from './use-end'
import { useSeen } from './use-seen'

const earlierWithin = 800
const guesses: Readonly<Record<LogEntry['kind'], number>> = {
  day: 34,
  new: 34,
  event: 28,
  note: 84,
  bubble: 66,
}

const paddingStart = 16
const paddingEnd = 8
/** How much room the last log that was opened had. */
let room = { width: 0, height: 0 }
/** The last focus request that was answered: an older one is no reason for the next log to take the focus. */
let answered = 0

export interface MessageLogProps {
  readonly timeline: Timeline
  readonly ticket: TicketView | null
  readonly customerName: string
}

/** The conversation itself. Only rows on screen exist; it keeps to the end when it is there. */
export function MessageLog({ timeline, ticket, customerName }: MessageLogProps) {
  const { ticketId, items, newFrom, earlier } = timeline
  const entries = useMemo(() => logEntries(items, newFrom), [items, newFrom])
  const log = useRef<HTMLDivElement>(null)
  const left = useRef(recallScroll(ticketId, entries[0]?.key))
  const [opensAtEnd] = useState(() => left.current?.isAtEnd ?? startsAtEnd(entries))
  const [marked, setMarked] = useState<string | null>(null)

  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => log.current,
    estimateSize: (index) => guesses[entries[index]?.kind ?? 'bubble'],
    getItemKey: useCallback((index: number) => entries[index]?.key ?? index, [entries]),
    overscan: 6,
    anchorTo: 'end',
    paddingStart,
    paddingEnd,
    // The room of the log before: its rows are drawn at once, not after the room was looked at.
    initialRect: room,
    initialOffset: () =>
      opensAtEnd ? Math.max(0, guessedHeight(entries) - room.height) : (left.current?.offset ?? 0),
    ...(left.current === null ? {} : { initialMeasurementsCache: left.current.measurements }),
  })

  const { isAtEnd, goToEnd, letGo, onScroll } = useEnd({
    log,
    size: virtual.getTotalSize(),
    startsAtEnd: opensAtEnd,
  })
  const lookBack = useCallback(() => {
    if ((log.current?.scrollTop ?? earlierWithin) < earlierWithin) void timelines.loadEarlier(ticketId)
  }, [ticketId])
  useEffect(() => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = log.current ?? {}
    if (height > 0) room = { width, height }
  }, [])
  const newLine = useRef(left.current === null ? entries.findIndex(({ kind }) => kind === 'new') : -1)
  useLayoutEffect(() => {
    if (newLine.current >= 0 && !startsAtEnd(entries))
      virtual.scrollToIndex(newLine.current, { align: 'start' })
    newLine.current = -1
  }, [entries, virtual])
  useSeen({ ticketId, items, isAtEnd, log })

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever there is more to look at.
  useEffect(lookBack, [entries, earlier, lookBack])

  const isEnd = useRef(isAtEnd)
  isEnd.current = isAtEnd
  useEffect(
    () => () => {
      const first = virtual.measurementsCache[0]
      if (first === undefined) return
      rememberScroll(ticketId, {
        isAtEnd: isEnd.current,
        offset: virtual.scrollOffset ?? 0,
        measurements: virtual.measurementsCache,
        firstKey: String(first.key),
      })
    },
    [ticketId, virtual],
  )

  const request = useReading((state) => state.request)
  const heard = useRef(request?.number ?? 0)
  useEffect(() => {
    if (request === null || request.ticketId !== ticketId || request.number <= heard.current) return
    heard.current = request.number
    if (request.to === 'newest') {
      goToEnd()
      return
    }
    const { itemId } = request.to
    void timelines.loadUntil(ticketId, itemId).then((isHere) => isHere && setMarked(itemId))
  }, [request, ticketId, goToEnd])

  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once, when the message is among the rows.
  useEffect(() => {
    if (marked === null) return
    const index = entries.findIndex((entry) => holds(entry, marked))
    if (index >= 0) {
      letGo()
      virtual.scrollToIndex(index, { align: 'center' })
    }
    const timer = setTimeout(() => setMarked(null), 1600)
    return () => clearTimeout(timer)
  }, [marked])

  const focus = useSelection((state) => state.focus)
  useEffect(() => {
    if (focus?.part !== 'conversation' || focus.count <= answered) return
    // The log of the ticket that is about to come takes it.
    if (useSelection.getState().ticketId !== ticketId) return
    answered = focus.count
    log.current?.focus()
  }, [focus, ticketId])
  useHandedFocus('log', log)

  return (
    <div className="log-room">
      <div
        ref={log}
        className="log"
        role="log"
        aria-label={`Conversation with ${customerName}`}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls is reached by key.
        tabIndex={0}
        onScroll={() => {
          onScroll()
          lookBack()
        }}
        onKeyDown={(event) => walk(event, entries, virtual.scrollToIndex)}
      >
        <div className="log-canvas" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((row) => {
            const entry = entries[row.index]
            if (entry === undefined) return null
            return (
              <div
                key={row.key}
                ref={virtual.measureElement}
                data-index={row.index}
                data-marked={marked !== null && holds(entry, marked) ? '' : undefined}
                className="log-row"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <LogRow entry={entry} ticketId={ticketId} ticket={ticket} customerName={customerName} />
              </div>
            )
          })}
        </div>
      </div>
      <Jump ticketId={ticketId} items={items} isAtEnd={isAtEnd} onJump={goToEnd} />
    </div>
  )
}

const holds = (entry: LogEntry, itemId: string) =>
  entry.kind === 'bubble'
    ? entry.items.some((item) => item.id === itemId)
    : (entry.kind === 'note' || entry.kind === 'event') && entry.item.id === itemId

const guessedHeight = (entries: readonly LogEntry[]) =>
  entries.reduce((sum, { kind }) => sum + guesses[kind], paddingStart + paddingEnd)

/** Opens at the end; at the "New" line only when what is new does not fit a screen. */
function startsAtEnd(entries: readonly LogEntry[]): boolean {
  const at = entries.findIndex(({ kind }) => kind === 'new')
  return at < 0 || entries.slice(at).reduce((sum, { kind }) => sum + guesses[kind], 0) < innerHeight - 260
}

/** Arrows walk through the messages; Escape goes back to the log, then to the queue. */
function walk(
  event: KeyboardEvent<HTMLElement>,
  entries: readonly LogEntry[],
  show: (index: number, options: { align: 'auto' }) => void,
) {
  const log = event.currentTarget
  const isInside = event.target !== log
  // A menu or a picture that a message opened hears its keys itself.
  if (!(event.target instanceof Element) || !log.contains(event.target)) return
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Escape') {
    if (isInside) log.focus()
    else requestFocus('queue')
    event.preventDefault()
    return
  }
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (by === 0 || (isInside && event.target.closest('article') === null)) return
  event.preventDefault()
  const row = event.target.closest<HTMLElement>('[data-index]')
  let next = row === null ? entries.length : Number(row.dataset.index)
  if (row === null && by > 0) return
  do next += by
  while (entries[next] !== undefined && entries[next]?.kind !== 'bubble' && entries[next]?.kind !== 'note')
  if (entries[next] === undefined) return
  show(next, { align: 'auto' })
  requestAnimationFrame(() =>
    log.querySelector<HTMLElement>(`[data-index="${next}"] article`)?.focus({ preventScroll: true }),
  )
}
