import type { KeyboardEvent } from 'react'
import { requestFocus, selectTicket, useSelection } from '../../desk/selection-store'
import { search } from './search-store'

/** Closes the search; the queue has the keys again. */
export function leaveSearch(): void {
  search.close()
  requestFocus('queue')
}

/** Chooses the found row `by` places further; from none of them, the first. False while nothing is found. */
export function moveInFound(by: number): boolean {
  const { isOpen, found } = search.use.getState()
  if (!isOpen || found === null || found.length === 0) return false
  const at = found.findIndex((row) => row.id === useSelection.getState().ticketId)
  const row = found[Math.min(found.length - 1, Math.max(0, at + by))]
  if (row) selectTicket(row.id)
  return true
}

/** Goes into the chosen row, else the first, of what fits the words as they stand: the list may lag behind them. */
async function enterFound() {
  const found = await search.settled()
  const [first] = found ?? []
  if (found === null || first === undefined) return
  if (!found.some((row) => row.id === useSelection.getState().ticketId)) selectTicket(first.id)
  requestFocus('conversation')
}

/** The keys of the search field and of what was found. */
export function searchKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
  if (event.key === 'Escape') {
    event.stopPropagation()
    leaveSearch()
  } else if (event.key === 'Enter') {
    event.preventDefault()
    void enterFound()
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    moveInFound(event.key === 'ArrowDown' ? 1 : -1)
  }
}
