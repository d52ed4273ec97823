import type { Course } from '../desk/course'
import { acknowledge } from './acknowledge'
import { askNext, endForm, moveForm } from './ask'
import { withoutButtons } from './ask-words'
import { wayOf } from './way-of'

/** Customers say hello in one message and what they want in the next: the first question waits for both, ms. */
const burstMs = 1500

/**
 * What follows once a customer opened a ticket and their message is kept: in a bot's chat the form if there is one,
 * else the acknowledgement. Nothing for a ticket opened by hand.
 */
export function beginIntake(course: Course, ticketId: string): void {
  const { state } = course
  const ticket = state.tickets.get(ticketId)
  const conversation = ticket && state.conversations.get(ticket.conversationId)
  if (!ticket || !conversation || ticket.createdBy.kind !== 'customer') return
  const { isOn, questions } = state.settings.intake.form
  if (!isOn || wayOf(conversation) !== 'bot') acknowledge(course, ticketId)
  else askNext(course, ticket, { questions, answers: [], choices: {}, after: null }, course.at + burstMs)
}

/**
 * The time for answers is over: the ticket is acknowledged as it is. Before that, nothing happens; a question that is
 * still waiting to go out has not been asked yet. Desks of before counted its time all the same.
 */
export function passIntake(course: Course, ticketId: string): void {
  const ticket = course.state.tickets.get(ticketId)
  const run = ticket?.intake
  if (!run || run.until === null || run.until > course.at) return
  const waits = course.state.outbox.get(run.askedBy)?.state.kind
  if (waits === 'held' || waits === 'queued') {
    moveForm(course, ticket, { ...run, until: null })
    return
  }
  endForm(course, ticket)
  acknowledge(course, ticketId, withoutButtons(run.questions))
}
