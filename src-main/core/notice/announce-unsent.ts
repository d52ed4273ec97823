import type { Announcement } from '../desk/effects'
import type { DeskEvent, Recorded } from '../desk/events'
import type { DeskState } from '../desk/state'
import { isMe } from '../people/names'
import type { Ticket } from '../ticket/ticket'
import { manyNotSentNotice, notSentNotice } from './words'

/** More tickets than this at once are told as one. */
const manyTickets = 3

type Failed = Extract<DeskEvent, { kind: 'reply-failed' }>

/**
 * Replies of mine that did not go out: whoever wrote one may be in another ticket by now. What was written in the staff
 * group is told there, and what the desk wrote by itself is nobody's. Of one that failed before, more is known at most: whoever
 * looked for it at Telegram reads that where they asked.
 */
export function announceUnsent(
  before: DeskState,
  state: DeskState,
  recorded: readonly Recorded[],
): readonly Announcement[] {
  if (state.settings.notifications.doNotDisturb) return []
  const stopped = new Map<string, { readonly ticket: Ticket; readonly event: Failed }>()
  for (const { event } of recorded) {
    if (event.kind !== 'reply-failed' || !isMine(state, event) || hasFailed(before, event)) continue
    const ticket = state.tickets.get(event.ticketId)
    if (ticket) stopped.set(ticket.id, { ticket, event })
  }
  const [first] = stopped.values()
  if (first && stopped.size > manyTickets) return [manyNotSentNotice(stopped.size, first.ticket)]
  return [...stopped.values()].map(({ ticket, event }) => notSentNotice(state, ticket, event))
}

function hasFailed({ outbox }: DeskState, { outboxId }: Failed): boolean {
  return outbox.get(outboxId)?.state.kind === 'failed'
}

function isMine({ outbox, accounts }: DeskState, { outboxId }: Failed): boolean {
  const entry = outbox.get(outboxId)
  if (entry?.kind !== 'reply' || entry.purpose !== undefined || entry.origin) return false
  return entry.authorId === undefined || isMe({ accounts }, entry.authorId)
}
