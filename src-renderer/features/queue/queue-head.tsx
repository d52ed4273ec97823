import { ChevronDown, Search as SearchIcon, X } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { QueueView } from '../../../src-preload/contract/queue'
import { showView, useSelection } from '../../desk/selection-store'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { leaveSearch, searchKey } from './search-keys'
import { search } from './search-store'

/** Which queue this is, with the switch to the other; or the search field in its place. */
export const QueueHead = memo(function QueueHead({ view }: { readonly view: QueueView }) {
  const isOpen = search.use((state) => state.isOpen)
  return (
    <header className="queue-head">{isOpen ? <SearchField /> : <Heading isDone={view === 'done'} />}</header>
  )
})

function Heading({ isDone }: { readonly isDone: boolean }) {
  return (
    <>
      <h1>
        <Menu
          trigger={
            <button type="button" className="queue-switch">
              {isDone ? 'Done' : 'Open tickets'}
              <ChevronDown size={14} />
            </button>
          }
        >
          <MenuItem chosen={!isDone} onClick={() => showView('all')}>
            Open tickets
          </MenuItem>
          <MenuItem chosen={isDone} onClick={() => showView('done')}>
            Done
          </MenuItem>
        </Menu>
      </h1>
      <span className="spacer" />
      <IconButton label="Search" keys="/" icon={<SearchIcon size={16} />} onClick={search.open} />
    </>
  )
}

function SearchField() {
  const { text, found } = search.use()
  const ticketId = useSelection((state) => state.ticketId)
  const chosen = found?.findIndex((row) => row.id === ticketId) ?? -1
  const focus = useSelection((state) => state.focus)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (focus?.part === 'queue') field.current?.select()
  }, [focus])
  return (
    <div className="field queue-search">
      <SearchIcon size={15} />
      <input
        ref={field}
        type="search"
        aria-label="Search tickets"
        placeholder="Code, title or customer"
        maxLength={120}
        aria-activedescendant={chosen < 0 ? undefined : `found-row-${chosen}`}
        value={text}
        onChange={(event) => search.write(event.target.value)}
        onKeyDown={searchKey}
      />
      <IconButton label="Close search" icon={<X size={15} />} onClick={leaveSearch} />
    </div>
  )
}
