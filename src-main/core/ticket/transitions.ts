import { type TicketStatus, ticketStatuses } from '../../../src-preload/contract/ticket'

/**
 * How a status may follow another. `same`: nothing happens (R57). `change`: an ordinary step. `reopen`: back to
 * work (R53). `override`: against the usual way; only with a reason, which is kept (R59).
 */
export type Transition = 'same' | 'change' | 'reopen' | 'override'

/**
 * Every status to every status (product.md 2.18). A ticket is new once only; a closed one is read-only apart
 * from being reopened (C11, R52); resolving is undone by reopening.
 */
export const transitions: Readonly<Record<TicketStatus, Readonly<Record<TicketStatus, Transition>>>> =
  Object.freeze({
    new: Object.freeze({
      new: 'same',
      open: 'change',
      in_progress: 'change',
      pending_customer: 'change',
      on_hold: 'change',
      resolved: 'change',
      closed: 'change',
    }),
    open: Object.freeze({
      new: 'override',
      open: 'same',
      in_progress: 'change',
      pending_customer: 'change',
      on_hold: 'change',
      resolved: 'change',
      closed: 'change',
    }),
    in_progress: Object.freeze({
      new: 'override',
      open: 'change',
      in_progress: 'same',
      pending_customer: 'change',
      on_hold: 'change',
      resolved: 'change',
      closed: 'change',
    }),
    pending_customer: Object.freeze({
      new: 'override',
      open: 'change',
      in_progress: 'change',
      pending_customer: 'same',
      on_hold: 'change',
      resolved: 'change',
      closed: 'change',
    }),
    on_hold: Object.freeze({
      new: 'override',
      open: 'change',
      in_progress: 'change',
      pending_customer: 'change',
      on_hold: 'same',
      resolved: 'change',
      closed: 'change',
    }),
    resolved: Object.freeze({
      new: 'override',
      open: 'reopen',
      in_progress: 'reopen',
      pending_customer: 'reopen',
      on_hold: 'reopen',
      resolved: 'same',
      closed: 'change',
    }),
    closed: Object.freeze({
      new: 'override',
      open: 'reopen',
      in_progress: 'reopen',
      pending_customer: 'reopen',
      on_hold: 'reopen',
      resolved: 'override',
      closed: 'same',
    }),
  })

/** Statuses a person may give a ticket without a reason, in the contract's order. */
export function allowedStatuses(from: TicketStatus): readonly TicketStatus[] {
  return ticketStatuses.filter((to) => ['change', 'reopen'].includes(transitions[from][to]))
}

/** Resolved or closed: out of the working queue (R60). */
export function isDone(status: TicketStatus): boolean {
  return status === 'resolved' || status === 'closed'
}
