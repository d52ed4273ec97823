import './queue.css'
import { CircleAlert } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { requestFocus, selectTicket, showView, useSelection } from '../../desk/selection-store'
import { typing } from '../../desk/typing-store'
import { Banner } from '../../ui/banner'
import { SkeletonRows } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import { QueueEmpty } from './queue-empty'
import { QueueHead } from './queue-head'
import { QueueList } from './queue-list'
import { queue } from './queue-store'
import { SearchResults } from './search-results'
import { search } from './search-store'
import { useQueueActions } from './use-queue-actions'

/** The queue: which ticket needs somebody next. */
export function QueuePanel() {
  const view = useSelection((state) => state.view)
  const focus = useSelection((state) => state.focus)
  const { shown, waiting, changed, counts, why } = queue.use()
  const isSearching = search.use((state) => state.isOpen)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    typing.listen()
    queue.show(view)
  }, [view])
  useEffect(() => {
    if (focus?.part === 'queue') list.current?.focus()
  }, [focus])
  useEffect(
    () =>
      useSelection.subscribe(({ viewCount }, before) => {
        if (viewCount !== before.viewCount) search.close()
      }),
    [],
  )
  useQueueActions()

  const isHere = shown !== null && shown.view === view
  return (
    <section className="queue" aria-label="Queue">
      <QueueHead view={view} onSearchKey={searchKey} />
      {!isSearching && view !== 'done' && (
        <Tabs
          className="queue-views"
          label="Queue views"
          value={view}
          onChange={showView}
          tabs={[
            { value: 'all', label: 'All', count: counts?.all },
            { value: 'mine', label: 'Mine', count: counts?.mine },
            { value: 'unassigned', label: 'Unassigned', count: counts?.unassigned },
            { value: 'overdue', label: 'Overdue', count: counts?.overdue },
          ]}
        />
      )}
      {why !== null && (
        <Banner tone="bad" role="alert" icon={<CircleAlert size={15} />}>
          {why}
        </Banner>
      )}
      <div
        className="queue-body"
        onPointerEnter={() => queue.point(true)}
        onPointerMove={() => queue.point(true)}
        onPointerLeave={() => queue.point(false)}
      >
        {isSearching ? (
          <SearchResults />
        ) : !isHere ? (
          <SkeletonRows rows={9} label="Loading the queue" />
        ) : shown.total === 0 && counts !== null ? (
          <QueueEmpty view={view} counts={counts} next={shown.next} />
        ) : (
          <QueueList key={view} shown={shown} listRef={list} />
        )}
        {waiting !== null && !isSearching && (
          <button type="button" className="queue-pill" onClick={queue.showWaiting}>
            {Math.max(1, changed.size)} changed, show
          </button>
        )}
      </div>
    </section>
  )
}

function searchKey(event: KeyboardEvent) {
  const { found } = search.use.getState()
  if (event.key === 'Escape') {
    event.stopPropagation()
    search.close()
    requestFocus('queue')
    return
  }
  if (!found || found.length === 0 || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return
  event.preventDefault()
  const at = found.findIndex((row) => row.id === useSelection.getState().ticketId)
  if (event.key === 'Enter') {
    if (at < 0 && found[0]) selectTicket(found[0].id)
    requestFocus('conversation')
    return
  }
  const row = found[Math.min(found.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))]
  if (row) selectTicket(row.id)
}
