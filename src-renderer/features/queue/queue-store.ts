import { create } from 'zustand'
import type { Desk } from '../../../src-preload/contract/desk'
import type { QueueCounts, QueuePage, QueueView } from '../../../src-preload/contract/queue'
import type { TicketRow } from '../../../src-preload/contract/ticket'
import { keepSame } from '../../desk/keep-same'
import {
  type Range,
  refreshInPlace,
  renew,
  rowAt,
  type Snapshot,
  standing,
  standsStill,
  stretchesOf,
  stretchSize,
  withStretch,
} from './queue-snapshot'

export type QueueDesk = Pick<Desk, 'on'> & { readonly queue: Pick<Desk['queue'], 'page'> }

export interface Queue {
  readonly view: QueueView
  /** Null until the view was read once. */
  readonly shown: Snapshot | null
  /** A newer order that waits until the agent's hand is off the list. */
  readonly waiting: Snapshot | null
  /** Tickets that changed since the order that is shown, in whatever view they are. */
  readonly changed: ReadonlySet<string>
  readonly counts: QueueCounts | null
  /** Why the last reading failed, in words. */
  readonly why: string | null
}

const calmMs = 2000
/** A pointer that lay still for this long belongs to somebody who looks elsewhere. */
const restMs = 10_000
/** A flood of changes is read ten times a second; a single one at once. */
const breathMs = 100
/** So long after the last change, the tabs that are not shown are read ahead. */
const quietMs = 500
const tabs: readonly QueueView[] = ['all', 'mine', 'unassigned', 'overdue']

/** The queue in stretches of rows, which never jump under the pointer or between two keys. */
export function createQueue(desk: () => QueueDesk) {
  const use = create<Queue>(() => ({
    view: 'all',
    shown: null,
    waiting: null,
    changed: new Set(),
    counts: null,
    why: null,
  }))
  /** The views as they were last read; those that nothing happened to since are fresh. */
  const kept = new Map<QueueView, Snapshot>()
  const fresh = new Set<QueueView>()
  let quiet: ReturnType<typeof setTimeout> | undefined
  let visible: Range = { first: 0, last: 0 }
  let isListening = false
  let isPointerIn = false
  let pointerTimer: ReturnType<typeof setTimeout> | undefined
  let keyTimer: ReturnType<typeof setTimeout> | undefined
  let isReading = false
  let isDirty = false
  let breath: ReturnType<typeof setTimeout> | undefined

  const isBusy = () => isPointerIn || keyTimer !== undefined

  function listen() {
    if (isListening) return
    isListening = true
    desk().on('queue-changed', ({ counts, ticketIds }) => {
      use.setState(({ changed }) => ({ counts, changed: new Set([...changed, ...ticketIds]) }))
      fresh.clear()
      renewSoon()
      lookAheadSoon()
    })
    desk().on('ticket-changed', ({ revision, ticket }) => {
      const { shown, waiting } = use.getState()
      const rows = new Map<string, TicketRow>([[ticket.id, ticket]])
      if (shown !== null && revision >= shown.revision) use.setState({ shown: refreshInPlace(shown, rows) })
      if (waiting !== null && revision >= waiting.revision)
        use.setState({ waiting: refreshInPlace(waiting, rows) })
    })
  }

  /** Shows a view: as it was last seen at once, then as it is now. */
  function show(view: QueueView) {
    listen()
    const { shown, waiting } = use.getState()
    if (shown !== null) kept.set(shown.view, waiting ?? shown)
    visible = { first: 0, last: stretchSize - 1 }
    use.setState({ view, shown: kept.get(view) ?? null, waiting: null, changed: new Set(), why: null })
    renewSoon()
    lookAheadSoon()
  }

  function lookAheadSoon() {
    clearTimeout(quiet)
    quiet = setTimeout(() => void lookAhead(), quietMs)
  }

  /** Reads the beginnings of the other tabs, one after the other, so that a change of tabs finds its rows here. */
  async function lookAhead() {
    const timer = quiet
    for (const view of tabs) {
      if (timer !== quiet) return
      if (view === use.getState().view || fresh.has(view)) continue
      fresh.add(view)
      const answer = await desk().queue.page({ view, from: 0, count: stretchSize })
      if (!answer.ok) return
      const next = renew(kept.get(view) ?? null, [answer.value])
      if (next !== null) kept.set(view, next)
    }
  }

  function renewSoon() {
    isDirty = true
    if (!isReading && breath === undefined) void readNow()
  }

  async function readNow() {
    isReading = true
    isDirty = false
    const { view } = use.getState()
    const pages = await read(stretchesOf(visible))
    isReading = false
    if (use.getState().view === view && pages !== null) take(pages)
    breath = setTimeout(() => {
      breath = undefined
      if (isDirty) void readNow()
    }, breathMs)
    if (isDirty && use.getState().view !== view) {
      clearTimeout(breath)
      breath = undefined
      void readNow()
    }
  }

  async function read(stretches: readonly number[]): Promise<readonly QueuePage[] | null> {
    const { view } = use.getState()
    const answers = await Promise.all(
      stretches.map((stretch) =>
        desk().queue.page({ view, from: stretch * stretchSize, count: stretchSize }),
      ),
    )
    const pages: QueuePage[] = []
    for (const answer of answers) {
      if (answer.ok) pages.push(answer.value)
      else if (use.getState().view === view) use.setState({ why: answer.failure.message })
    }
    return pages.length === answers.length ? pages : null
  }

  function take(pages: readonly QueuePage[]) {
    const { shown, waiting } = use.getState()
    const next = renew(waiting ?? shown, pages)
    const newest = pages.at(-1)
    if (next === null || newest === undefined) return
    use.setState({ counts: keepSame(use.getState().counts, newest.counts), why: null })
    if (shown !== null && isBusy() && !standsStill(shown, next, visible)) {
      const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]))
      use.setState({ shown: refreshInPlace(shown, rows), waiting: next })
    } else {
      use.setState({ shown: next, waiting: null, changed: new Set() })
    }
  }

  /** Tells which rows are on screen; reads those that are not here or out of date. */
  function see(range: Range) {
    visible = range
    const { shown, waiting } = use.getState()
    if (shown === null) return
    const missing = stretchesOf(range).filter(
      (stretch) => !shown.stretches.has(stretch) || (waiting === null && shown.stale.has(stretch)),
    )
    if (missing.length > 0) renewSoon()
  }

  /** Resolves to the row at an index, read first if need be; null beyond the end. */
  async function fetchRow(index: number): Promise<TicketRow | null> {
    const { shown, view } = use.getState()
    if (shown === null || index < 0 || index >= shown.total) return null
    const row = rowAt(shown, index)
    if (row !== null) return row
    const pages = await read(stretchesOf({ first: index, last: index }))
    if (pages === null || use.getState().view !== view) return null
    take(pages)
    const after = use.getState().shown
    if (after !== null && rowAt(after, index) === null && pages[0] !== undefined)
      use.setState({ shown: withStretch(after, pages[0]) })
    const grown = use.getState().shown
    return grown === null ? null : rowAt(grown, index)
  }

  /** Shows the order that waits. */
  function showWaiting() {
    const { waiting } = use.getState()
    if (waiting !== null) use.setState({ shown: waiting, waiting: null, changed: new Set() })
  }

  const restIfCalm = () => {
    if (!isBusy()) showWaiting()
  }

  /** The pointer came into the list, moved in it, or left it. */
  function point(isIn: boolean) {
    clearTimeout(pointerTimer)
    if (isIn) pointerTimer = setTimeout(() => point(false), restMs)
    if (isIn === isPointerIn) return
    isPointerIn = isIn
    restIfCalm()
  }

  /** A key moved through the list: nothing jumps for two seconds. */
  function touch() {
    clearTimeout(keyTimer)
    keyTimer = setTimeout(() => {
      keyTimer = undefined
      restIfCalm()
    }, calmMs)
  }

  return { use, show, readAgain: renewSoon, see, fetchRow, showWaiting, point, touch }
}

/** How many of the changed tickets the order that waits would show elsewhere or otherwise; 0 if none waits. */
export function countOfChanged({ shown, waiting, changed }: Queue): number {
  if (waiting === null) return 0
  const here = new Set([...(shown === null ? [] : standing(shown, changed)), ...standing(waiting, changed)])
  // Something stands elsewhere, whatever it was.
  return Math.max(1, here.size)
}

export const queue = createQueue(() => window.desk)
