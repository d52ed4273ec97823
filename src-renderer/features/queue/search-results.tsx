import { SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useSelection } from '../../desk/selection-store'
import { useSettings } from '../../desk/settings-store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { SkeletonRows } from '../../ui/skeleton'
import { QueueRow } from './queue-row'
import { leaveSearch, searchKey } from './search-keys'
import { search } from './search-store'
import { useRowPress } from './use-row-press'

/** What was found, newest first, in the place of the queue; how much it is, for ears. */
export function SearchResults() {
  const count = search.use(({ found, why }) => (why === null ? (found?.length ?? null) : null))
  return (
    <>
      <p className="hidden-text" role="status">
        {count !== null && (count === 0 ? 'No ticket' : count === 1 ? '1 ticket' : `${count} tickets`)}
        {count !== null && ' found'}
      </p>
      <Found />
    </>
  )
}

function Found() {
  const { found, why, text } = search.use()
  const ticketId = useSelection((state) => state.ticketId)
  const isCompact = useSettings((state) => state.settings.density === 'compact')
  const list = useRef<HTMLDivElement>(null)
  const press = useRowPress()
  const chosen = found?.findIndex((row) => row.id === ticketId) ?? -1

  useEffect(() => {
    if (chosen >= 0) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  if (why !== null) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="The search did not work"
        action={
          <Button size="small" onClick={() => void search.askAgain()}>
            Try again
          </Button>
        }
      >
        {why}
      </EmptyState>
    )
  }
  if (found === null) {
    return text.trim() === '' ? (
      <p className="queue-hint">A code such as DSA312, words of a title, or a customer.</p>
    ) : (
      <SkeletonRows rows={6} label="Searching" />
    )
  }
  if (found.length === 0) {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No ticket matches"
        action={
          <Button size="small" onClick={leaveSearch}>
            Clear search
          </Button>
        }
      />
    )
  }
  return (
    <div
      {...press}
      ref={list}
      className="queue-rows found"
      role="listbox"
      aria-label="Tickets found"
      tabIndex={0}
      onKeyDown={searchKey}
      aria-activedescendant={chosen < 0 ? undefined : `found-row-${chosen}`}
    >
      {found.map((row, index) => (
        <QueueRow
          key={row.id}
          id={`found-row-${index}`}
          row={row}
          isChosen={row.id === ticketId}
          isCompact={isCompact}
          place={index + 1}
          total={found.length}
        />
      ))}
    </div>
  )
}
