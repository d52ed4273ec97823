import type { TicketStatus } from '../../../src-preload/contract/ticket'
import type { Actor } from '../desk/actor'
import type { Course } from '../desk/course'
import type { TicketEvent } from '../desk/events'
import { followStatus } from '../mirror/begin-mirror'
import { queueTopicTask } from '../outbox/topic-task'
import { iso } from '../time'
import { isDone } from './transitions'

/** Why and how a status changes. Times epoch ms; `trueAt` is when it took effect, if before now. */
export interface StatusStep {
  readonly to: TicketStatus
  readonly cause: Extract<TicketEvent, { kind: 'status-changed' }>['cause']
  readonly reason?: string | null
  readonly until?: number | null
  readonly trueAt?: number
}

/**
 * Gives a ticket a status, and its topic what follows from it: closing closes the topic, going back to work
 * opens it again (C12); the staff group's topic of a private chat closes when the ticket is done. A ticket that has the status already is left alone.
 * What is told late takes effect no earlier than the status before it: no clock counts the same time twice.
 */
export function setStatus(course: Course, ticketId: string, step: StatusStep, by: Actor = course.by): void {
  const ticket = course.state.tickets.get(ticketId)
  if (!ticket || (ticket.status === step.to && step.to !== 'on_hold')) return
  const { status: from, conversationId } = ticket
  const trueAt = step.trueAt === undefined ? course.at : Math.max(step.trueAt, ticket.statusSince)
  course.happen(
    {
      kind: 'status-changed',
      ...{ conversationId, ticketId, from },
      to: step.to,
      cause: step.cause,
      reason: step.reason ?? null,
      until: step.until === undefined || step.until === null ? null : iso(step.until),
      ...(trueAt < course.at ? { trueAt: iso(trueAt) } : {}),
    },
    by,
  )
  if (step.to === 'closed') queueTopicTask(course, ticket, 'close')
  else if (isDone(from) && !isDone(step.to)) queueTopicTask(course, ticket, 'reopen')
  const after = course.state.tickets.get(ticketId)
  if (after && isDone(from) !== isDone(step.to)) followStatus(course, after)
}
