import { create } from 'zustand'
import type { TimelineItem, TimelinePage } from '../../src-preload/contract/conversation'
import type { Desk } from '../../src-preload/contract/desk'
import { newestOf } from './item-order'
import { type HeldItems, mergeItems, noItems } from './merge-items'

/** One conversation as the window holds it. */
export interface Timeline extends HeldItems {
  readonly ticketId: string
  /** `failed` keeps what was there before; `why` says it in words. */
  readonly state: 'loading' | 'ready' | 'failed'
  readonly why: string | null
  /** Cursor for what came before; null at the start. */
  readonly earlier: string | null
  readonly isLoadingEarlier: boolean
  /** Position after which the "New" line stands; null for none. */
  readonly newFrom: number | null
}

export type TimelineDesk = Pick<Desk, 'on'> & { readonly conversation: Pick<Desk['conversation'], 'page'> }

const pageSize = 60
const earlierSize = 120
const keptTickets = 40

/** The conversations seen lately, kept fresh by events, so that switching back shows them at once. */
export function createTimelines(desk: () => TimelineDesk) {
  const use = create<{ readonly byTicket: ReadonlyMap<string, Timeline> }>(() => ({ byTicket: new Map() }))
  const get = (ticketId: string) => use.getState().byTicket.get(ticketId)
  let isListening = false

  function put(timeline: Timeline, isRecent = false) {
    const byTicket = new Map(use.getState().byTicket)
    if (isRecent) byTicket.delete(timeline.ticketId)
    byTicket.set(timeline.ticketId, timeline)
    for (const id of byTicket.keys()) {
      if (byTicket.size <= keptTickets) break
      byTicket.delete(id)
    }
    use.setState({ byTicket })
  }

  function listen() {
    if (isListening) return
    isListening = true
    desk().on('timeline-changed', ({ ticketId, ...news }) => {
      const held = get(ticketId)
      if (held !== undefined) put({ ...held, ...mergeItems(held, news) })
    })
  }

  /** Shows a ticket's conversation: what is here at once, then what main says now. */
  async function open(ticketId: string): Promise<void> {
    listen()
    const before = get(ticketId) ?? blank(ticketId)
    put(before.state === 'failed' ? { ...before, state: 'loading', why: null } : before, true)
    const answer = await desk().conversation.page({ ticketId, limit: pageSize })
    const held = get(ticketId)
    if (held === undefined) return
    put(
      answer.ok ? joinNewest(held, answer.value) : { ...held, state: 'failed', why: answer.failure.message },
    )
  }

  /** Reads the stretch before the oldest item. One at a time; resolves to whether anything came. */
  async function loadEarlier(ticketId: string): Promise<boolean> {
    const before = get(ticketId)
    if (before === undefined || before.earlier === null || before.isLoadingEarlier) return false
    put({ ...before, isLoadingEarlier: true })
    const answer = await desk().conversation.page({ ticketId, before: before.earlier, limit: earlierSize })
    const held = get(ticketId)
    if (held === undefined) return false
    // It started over from the newest page meanwhile: what lies between is not read, so this is no part of it yet.
    const isApart = held.earlier !== before.earlier
    if (!answer.ok || isApart) {
      put({ ...held, isLoadingEarlier: false })
      return false
    }
    const { earlier, revision, items } = answer.value
    put({ ...held, ...mergeItems(held, { revision, items, gone: [] }), earlier, isLoadingEarlier: false })
    return items.length > 0
  }

  /** Reads back until an item is here. False if it is not in this conversation. */
  async function loadUntil(ticketId: string, itemId: string): Promise<boolean> {
    for (;;) {
      if (get(ticketId)?.items.some((item) => item.id === itemId)) return true
      if (!(await loadEarlier(ticketId))) return false
    }
  }

  /** Moves the "New" line: to `position` if there is none yet, or away with null. */
  function divide(ticketId: string, position: number | null) {
    const held = get(ticketId)
    if (held !== undefined && (position === null || held.newFrom === null))
      put({ ...held, newFrom: position })
  }

  return { use, open, loadEarlier, loadUntil, divide }
}

const blank = (ticketId: string): Timeline => ({
  ...noItems,
  ticketId,
  state: 'loading',
  why: null,
  earlier: null,
  isLoadingEarlier: false,
  newFrom: null,
})

function joinNewest(held: Timeline, page: TimelinePage): Timeline {
  const oldest = page.items[0]
  const isGap = oldest !== undefined && page.earlier !== null && !reaches(held.items, oldest)
  const base: HeldItems = isGap ? noItems : held
  const merged = mergeItems(base, { revision: page.revision, items: page.items, gone: [] })
  const isFirst = held.items.length === 0 || isGap
  return {
    ...held,
    ...merged,
    state: 'ready',
    why: null,
    earlier: isFirst ? page.earlier : held.earlier,
    newFrom: page.newFrom ?? held.newFrom,
  }
}

const reaches = (items: readonly TimelineItem[], oldest: TimelineItem) => {
  const newest = newestOf(items)
  return newest === undefined || newest.position >= oldest.position
}

export const timelines = createTimelines(() => window.desk)
