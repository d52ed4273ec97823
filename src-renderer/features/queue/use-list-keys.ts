import type { KeyboardEvent } from 'react'
import type { QueueView } from '../../../src-preload/contract/queue'
import { requestFocus, selectTicket, useSelection } from '../../desk/selection-store'
import { indexOf, type Snapshot } from './queue-snapshot'
import { queue } from './queue-store'
import { moveInFound } from './search-keys'

const pageRows = 8
/** Where the hand was last: a row that left the list leaves its place behind. */
let lastIndex = -1
/** The view that it was a place of. */
let lastView: QueueView | null = null

/** Chooses the row `by` places further, of what was found while that is shown; from nothing, the first. A chosen ticket that left keeps its place. */
export async function moveBy(by: number): Promise<void> {
  if (moveInFound(by)) return
  const { shown } = queue.use.getState()
  const { ticketId } = useSelection.getState()
  if (shown !== null && shown.view !== lastView) lastIndex = -1
  lastView = shown?.view ?? null
  if (shown === null || shown.total === 0) return
  queue.touch()
  const at = ticketId === null ? null : indexOf(shown, ticketId)
  if (at !== null) lastIndex = at
  const from = at ?? (by > 0 ? lastIndex - (lastIndex >= 0 ? 1 : 0) : lastIndex)
  await moveTo(Math.min(shown.total - 1, Math.max(0, from + by)))
}

/** Chooses the row at an index, read first if it is not here. */
export async function moveTo(index: number): Promise<void> {
  queue.touch()
  const row = await queue.fetchRow(index)
  if (row === null) return
  lastIndex = index
  selectTicket(row.id)
}

/** The keys of the list itself (interface.md section 10). */
export function useListKeys(shown: Snapshot) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const move = moveOf(event.key, shown.total)
    if (move === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
}

function moveOf(key: string, total: number): (() => void) | undefined {
  switch (key) {
    case 'ArrowDown':
      return () => void moveBy(1)
    case 'ArrowUp':
      return () => void moveBy(-1)
    case 'PageDown':
      return () => void moveBy(pageRows)
    case 'PageUp':
      return () => void moveBy(-pageRows)
    case 'Home':
      return () => void moveTo(0)
    case 'End':
      return () => void moveTo(total - 1)
    case 'Enter':
      return () => requestFocus('conversation')
    default:
      return undefined
  }
}
