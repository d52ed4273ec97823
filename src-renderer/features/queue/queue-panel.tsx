import './queue.css'
import { CircleAlert } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { QueueView } from '../../../src-preload/contract/queue'
import { showView, useSelection } from '../../desk/selection-store'
import { typing } from '../../desk/typing-store'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { SkeletonRows } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import { QueueEmpty } from './queue-empty'
import { QueueHead } from './queue-head'
import { QueueList } from './queue-list'
import type { Snapshot } from './queue-snapshot'
import { countOfChanged, queue } from './queue-store'
import { SearchResults } from './search-results'
import { search } from './search-store'
import { useQueueActions } from './use-queue-actions'

/** The queue: which ticket needs somebody next. */
export function QueuePanel() {
  const view = useSelection((state) => state.view)
  const focus = useSelection((state) => state.focus)
  const shown = queue.use((state) => state.shown)
  const why = queue.use((state) => state.why)
  const isSearching = search.use((state) => state.isOpen)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    typing.listen()
    queue.show(useSelection.getState().view)
    // In the very moment of the choice, so that tab and rows are drawn together.
    return useSelection.subscribe(({ view, viewCount }, before) => {
      if (view !== before.view) queue.show(view)
      if (viewCount !== before.viewCount) search.close()
    })
  }, [])
  useEffect(() => {
    // While something else stands in its place, that takes the focus.
    if (focus?.part === 'queue' && list.current?.tabIndex === 0) list.current.focus()
  }, [focus])
  useQueueActions()

  const isHere = shown !== null && shown.view === view
  /** What the list holds. It keeps its rows while something else is in its place, and is there at once after it. */
  const listed = useRef<Snapshot | null>(null)
  if (isHere && shown.total > 0) listed.current = shown
  return (
    <section className="queue" aria-label="Queue">
      <QueueHead view={view} />
      {!isSearching && view !== 'done' && <Views view={view} />}
      {why !== null && (
        <Banner
          tone="bad"
          role="alert"
          icon={<CircleAlert size={15} />}
          action={
            <Button size="small" onClick={queue.readAgain}>
              Try again
            </Button>
          }
        >
          {why}
        </Banner>
      )}
      <div
        className="queue-body"
        onPointerEnter={() => queue.point(true)}
        onPointerMove={() => queue.point(true)}
        onPointerLeave={() => queue.point(false)}
      >
        {listed.current !== null && (
          <QueueList shown={listed.current} isAway={isSearching || listed.current !== shown} listRef={list} />
        )}
        {isSearching ? (
          <SearchResults />
        ) : !isHere ? (
          <SkeletonRows rows={9} label="Loading the queue" />
        ) : (
          shown.total === 0 && <QueueEmpty view={view} next={shown.next} />
        )}
        {!isSearching && <Pill />}
      </div>
    </section>
  )
}

/** How many rows would move, if they were let. */
function Pill() {
  const count = queue.use(countOfChanged)
  if (count === 0) return null
  return (
    <button type="button" className="queue-pill" onClick={queue.showWaiting}>
      {count} changed, show
    </button>
  )
}

const Views = memo(function Views({ view }: { readonly view: QueueView }) {
  const counts = queue.use((state) => state.counts)
  return (
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
  )
})
