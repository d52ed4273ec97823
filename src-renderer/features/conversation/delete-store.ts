import { create } from 'zustand'
import type { MessageItem } from '../../../src-preload/contract/conversation'

/** A reply of which it is asked whether to delete it. */
export interface Doomed {
  readonly ticketId: string
  readonly item: MessageItem
}

export const useDeleting = create<{ readonly doomed: Doomed | null }>(() => ({ doomed: null }))

/** Asks once. The menu that it was chosen from closes first, or it would take the focus back. */
export const askToDelete = (ticketId: string, item: MessageItem) =>
  setTimeout(() => useDeleting.setState({ doomed: { ticketId, item } }))

/** Closes the question, if it is still this one that is asked; true if it was. */
export function doneDeleting(doomed: Doomed): boolean {
  const isAsked = useDeleting.getState().doomed === doomed
  if (isAsked) useDeleting.setState({ doomed: null })
  return isAsked
}
