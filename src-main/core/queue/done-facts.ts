import type { TicketStatus } from '../../../src-preload/contract/ticket'
import type { Layout } from '../table'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'

/** What the desk wants to know of every done ticket without reading it: its status, and since when (epoch ms). */
export type DoneFacts = readonly [status: TicketStatus, since: number]

/** Done tickets lie far: most tickets are, and a start shows none of them. */
export const doneLayout: Layout<Ticket, DoneFacts> = {
  isFar: ({ status }) => isDone(status),
  factsOf: ({ status, statusSince }) => [status, statusSince],
}
