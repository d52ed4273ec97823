import { create } from 'zustand'
import { ask, failureOf } from '../../desk/ask'
import { drafts } from '../../desk/draft-store'
import { editingOf, editSaved, leaveEditing } from '../../desk/editing-store'
import { newestOf } from '../../desk/item-order'
import { parseMarks } from '../../desk/marks'
import { scrollTo, useReading } from '../../desk/reading-store'
import { requestFocus, useSelection } from '../../desk/selection-store'
import { tickets } from '../../desk/ticket-store'
import { timelines } from '../../desk/timeline-store'
import { wroteMeanwhile } from './guard-words'
import { tooMuch, tooMuchToEdit } from './too-much'

export type After = 'nothing' | 'wait' | 'resolve'

/** How sending stands, by ticket. */
interface Sending {
  readonly busy: ReadonlySet<string>
  /** Refusals and limits in words, beside the field. */
  readonly problems: ReadonlyMap<string, string>
  /** Tickets where main knows of words the agent has not read. */
  readonly stale: ReadonlySet<string>
}

export const useSending = create<Sending>(() => ({ busy: new Set(), problems: new Map(), stale: new Set() }))

const without = (set: ReadonlySet<string>, id: string) => new Set([...set].filter((other) => other !== id))

/** Says what is wrong beside the field of a ticket; null takes it away. */
export function sayProblem(ticketId: string, problem: string | null): void {
  const problems = new Map(useSending.getState().problems)
  if (problem === null) problems.delete(ticketId)
  else problems.set(ticketId, problem)
  useSending.setState({ problems })
}

/** What is here of a ticket's conversation. */
export const itemsOf = (ticketId: string) => timelines.use.getState().byTicket.get(ticketId)?.items ?? []

/** The newest position the agent had on screen; without a word from the log, the newest there is. */
export const seenPosition = (ticketId: string): number =>
  useReading.getState().seen.get(ticketId) ?? newestOf(itemsOf(ticketId))?.position ?? 0

/** Whether the customer wrote while the reply was being written. */
export const isStale = (ticketId: string): boolean =>
  useSending.getState().stale.has(ticketId) ||
  wroteMeanwhile(itemsOf(ticketId), drafts.of(ticketId).reply) !== null

/** Shows what the customer wrote; the guard goes, and the next press sends. */
export function readFirst(ticketId: string): void {
  drafts.readOn(ticketId, newestOf(itemsOf(ticketId))?.position ?? 0)
  useSending.setState(({ stale }) => ({ stale: without(stale, ticketId) }))
  scrollTo(ticketId, 'newest')
}

/** Somebody else took the ticket: that, and not words unread, is why main refuses the reply. */
function isHeld(ticketId: string): boolean {
  const assignee = tickets.use.getState().byId.get(ticketId)?.view.assignee
  return assignee != null && !assignee.isMe
}

/** What would go out now. */
export const outgoing = (ticketId: string) => parseMarks(drafts.of(ticketId).reply.text.trim())

/**
 * Sends the reply of a ticket. Each press makes one id, so that main can tell a repeat from a second reply. The words
 * leave the field when main has them safe, not before.
 */
export async function sendReply(ticketId: string, after: After, force = false): Promise<void> {
  const written = drafts.of(ticketId)
  const { reply, attachments } = written
  const { text, entities } = outgoing(ticketId)
  if (useSending.getState().busy.has(ticketId)) return
  if (text === '' && attachments.length === 0) return
  if (drafts.isUnread(ticketId)) return drafts.open(ticketId)
  const why = tooMuch('reply', text.length, attachments.length)
  if (why !== null) return sayProblem(ticketId, why)
  if (!force && isStale(ticketId)) {
    readFirst(ticketId)
    return
  }
  const replyId = crypto.randomUUID()
  await working(ticketId, async () => {
    const outcome = await window.desk.conversation.reply({
      ticketId,
      replyId,
      text,
      entities: entities.slice(0, 100),
      replyTo: reply.replyTo,
      attachments: attachments.map(({ id }) => id),
      after,
      seenPosition: Math.max(seenPosition(ticketId), reply.begunAfter ?? 0),
      force,
    })
    if (outcome.ok) {
      useSending.setState(({ stale }) => ({ stale: without(stale, ticketId) }))
      drafts.clear(ticketId, 'reply', written)
      scrollTo(ticketId, 'newest')
    } else if (outcome.failure.code === 'conflict' && !force && !isHeld(ticketId)) {
      useSending.setState(({ stale }) => ({ stale: new Set([...stale, ticketId]) }))
    } else sayProblem(ticketId, outcome.failure.message)
  })
}

/** Leaves the reply that is edited as it was. */
export function cancelEdit(ticketId: string): void {
  sayProblem(ticketId, null)
  leaveEditing(ticketId)
  requestFocus('composer')
}

/** Whether the agent is in the composer of a ticket, or nowhere: by the time main answers one may type elsewhere. */
function isInComposer(ticketId: string): boolean {
  const { activeElement: at, body } = document
  if (useSelection.getState().ticketId !== ticketId) return false
  return at === null || at === body || at.closest('.composer') !== null
}

/** Saves the words of the reply that is edited. They leave the field when main has them safe. */
export async function saveEdit(ticketId: string): Promise<void> {
  const editing = editingOf(ticketId)
  if (editing === null || useSending.getState().busy.has(ticketId)) return
  const { text, entities } = parseMarks(editing.text.trim())
  const { outboxId, files } = editing
  if (text === '' && files === 0) return
  const why = tooMuchToEdit(text.length, files)
  if (why !== null) return sayProblem(ticketId, why)
  await working(ticketId, async () => {
    if (editing.text !== editing.said)
      await ask(window.desk.conversation.edit({ ticketId, outboxId, text, entities: entities.slice(0, 100) }))
    const isHere = isInComposer(ticketId)
    if (editSaved(ticketId, editing) && isHere) requestFocus('composer')
  })
}

/** Adds the note of a ticket. It never leaves this machine (T11). */
export async function addNote(ticketId: string): Promise<void> {
  const written = drafts.of(ticketId)
  const text = written.note.text.trim()
  if (useSending.getState().busy.has(ticketId) || text === '') return
  if (drafts.isUnread(ticketId)) return drafts.open(ticketId)
  const why = tooMuch('note', text.length, 0)
  if (why !== null) return sayProblem(ticketId, why)
  const noteId = crypto.randomUUID()
  await working(ticketId, async () => {
    await ask(window.desk.conversation.note({ ticketId, noteId, text }))
    drafts.clear(ticketId, 'note', written)
    scrollTo(ticketId, 'newest')
  })
}

async function working(ticketId: string, work: () => Promise<void>) {
  sayProblem(ticketId, null)
  useSending.setState(({ busy }) => ({ busy: new Set([...busy, ticketId]) }))
  try {
    await work()
  } catch (thrown) {
    sayProblem(ticketId, failureOf(thrown).message)
  } finally {
    useSending.setState(({ busy }) => ({ busy: without(busy, ticketId) }))
  }
}
