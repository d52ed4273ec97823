import { create } from 'zustand'
import type { MessageItem, TimelineItem } from '../../src-preload/contract/conversation'
import { drafts } from './draft-store'
import { writeMarks } from './marks'
import { requestFocus } from './selection-store'

/** A reply at the customer whose words stand in the composer to be changed. */
export interface Editing {
  readonly outboxId: string
  /** What it says, with its marks, as it was taken up. */
  readonly said: string
  /** What it is to say. */
  readonly text: string
  readonly files: number
}

/** By ticket. The draft stays where it is, and stands in the composer again afterwards. */
export const useEditings = create<{ readonly byTicket: ReadonlyMap<string, Editing> }>(() => ({
  byTicket: new Map(),
}))

const put = (ticketId: string, editing: Editing | null) => {
  const byTicket = new Map(useEditings.getState().byTicket)
  if (editing === null) byTicket.delete(ticketId)
  else byTicket.set(ticketId, editing)
  useEditings.setState({ byTicket })
}

/** What is edited in a ticket; null if nothing is. */
export const editingOf = (ticketId: string): Editing | null =>
  useEditings.getState().byTicket.get(ticketId) ?? null

export const useEditing = (ticketId: string): Editing | null =>
  useEditings((state) => state.byTicket.get(ticketId) ?? null)

/** Takes the words of a reply into the composer. */
export function beginEditing(ticketId: string, item: MessageItem): void {
  const { outboxId, text, entities, media } = item
  if (outboxId === null || !item.canEdit) return
  const said = writeMarks(text, entities)
  drafts.setMode(ticketId, 'reply')
  put(ticketId, { outboxId, said, text: said, files: media.length })
  requestFocus('composer')
}

export function writeEdit(ticketId: string, text: string): void {
  const editing = editingOf(ticketId)
  if (editing !== null) put(ticketId, { ...editing, text })
}

/**
 * What was saved is at the desk. One who has gone on writing meanwhile goes on, and so does the edit of another reply.
 * Answers whether the draft stands in the composer again.
 */
export function editSaved(ticketId: string, saved: Editing): boolean {
  const now = editingOf(ticketId)
  if (now?.outboxId !== saved.outboxId) return false
  const isOver = now.text === saved.text
  put(ticketId, isOver ? null : { ...now, said: saved.text })
  return isOver
}

/** Leaves the reply as it is; what was written over it is gone. */
export const leaveEditing = (ticketId: string): void => put(ticketId, null)

/** The newest reply of one's own, if it is there to be changed: one that still waits is taken back instead. */
export function lastEditable(items: readonly TimelineItem[]): MessageItem | null {
  const last = items.findLast(
    (item): item is MessageItem =>
      item.kind === 'message' && item.author.isMe && item.outboxId !== null && item.deletedAt === null,
  )
  return last?.canEdit ? last : null
}
