import type { QueuePage, QueueView } from '../../../src-preload/contract/queue'
import type { DeskState } from '../desk/state'
import { toRow } from '../ticket/ticket-row'
import type { QueueIndex } from './queue-index'

/** What the window asked for, and when (epoch ms). */
export interface QueueWish {
  readonly view: QueueView
  readonly from: number
  readonly count: number
  readonly now: number
}

/** A window of the queue with its rows, as the contract has it. */
export function queuePage(
  state: DeskState,
  index: QueueIndex,
  { view, from, count, now }: QueueWish,
): Omit<QueuePage, 'revision'> {
  const { ids, total, groups } = index.page(view, from, count, now)
  const next = index.nextDue(now)
  const nextTicket = next && state.tickets.get(next.ticketId)
  return {
    ...{ view, from, total, groups },
    rows: ids.flatMap((id) => {
      const ticket = state.tickets.get(id)
      return ticket ? [toRow(state, ticket)] : []
    }),
    counts: index.counts(now),
    next: next && nextTicket ? { ...next, code: nextTicket.code } : null,
  }
}
