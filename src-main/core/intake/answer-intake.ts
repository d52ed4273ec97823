import { digits } from '../conversation/content'
import type { IncomingMessage } from '../conversation/message'
import { conversationId, noTopic } from '../conversation/message'
import type { Course } from '../desk/course'
import type { TelegramFact } from '../desk/facts'
import { sayInTopic } from '../mirror/say-in-topic'
import { newContact } from '../people/contact'
import { nameOf } from '../people/names'
import { currentTicket } from '../ticket/find-ticket'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { ms } from '../time'
import { askedQuestion, askNext, endForm, hint, moveForm } from './ask'
import { type Fit, fitMessage, fitPress } from './fit-answer'
import { answerMs, type IntakeRun, readPress } from './intake-run'

/** How far back is looked for who set the priority. */
const eventsMax = 400
/** After so many answers that do not fit, a question that may be left out is. */
const patience = 3

/**
 * Takes a customer's message, which is kept already, as the answer to the question that waits. What was written
 * before the question arrived is no answer; what does not fit gets one hint. Once a person of the team has
 * answered, the customer talks with them: the form ends, and nothing is read into their words any more.
 */
export function answerByMessage(course: Course, { id }: Ticket, message: IncomingMessage): void {
  const ticket = course.state.tickets.get(id)
  const run = ticket?.intake
  const question = run && askedQuestion(run)
  if (!ticket || !run || !question) return
  if (ticket.repliedAt !== null || isDone(ticket.status)) {
    endForm(course, ticket)
    return
  }
  if (!hasArrived(course, ticket, run, message)) return
  if (message.albumId !== null && message.albumId === run.misfitAlbum) return
  const fit = fitMessage(question, message)
  if (fit.kind === 'misfit') misfit(course, ticket, run, message)
  else settle(course, ticket, run, fit, message.number)
}

/**
 * Takes a press of a button as the answer to the question that waits. A press on any other message's button, by
 * somebody else, or told again changes nothing: only the buttons of the waiting question name it.
 */
export function answerByPress(
  course: Course,
  { chatId, personId, data }: Extract<TelegramFact, { kind: 'button-pressed' }>,
): void {
  const conversation = course.state.conversations.get(conversationId(chatId, noTopic))
  const ticket = currentTicket(course.state, conversation)
  const run = ticket?.intake
  const press = readPress(data)
  const question = run && askedQuestion(run)
  if (!ticket || !run || !question || conversation?.privately?.personId !== personId) return
  if (press?.askedBy !== run.askedBy) return
  const fit = fitPress(question, press.answer)
  if (isDone(ticket.status)) endForm(course, ticket)
  else if (fit.kind !== 'misfit') {
    // A press is no message, so no copy of one tells the staff group.
    const name = nameOf(course.state, personId)
    const told = fit.kind === 'skip' ? `${name} skipped this.` : `${name} chose: ${fit.field.value}`
    sayInTopic(course, conversation.id, told)
    settle(course, ticket, run, fit)
  }
}

/**
 * Whether the question was at the customer's when they wrote. Where only Telegram knows, because its answer was
 * lost, the message counts as an answer if it is younger than the attempt.
 */
function hasArrived({ state }: Course, ticket: Ticket, run: IntakeRun, message: IncomingMessage): boolean {
  const waiting = state.outbox.get(run.askedBy)
  switch (waiting?.state.kind) {
    case undefined: {
      const sent = state.conversations.get(ticket.conversationId)?.sentReplies ?? []
      const number = sent.find(({ outboxId }) => outboxId === run.askedBy)?.number ?? null
      return number === null || message.number > number
    }
    case 'attempted':
      return ms(message.sentAt) > waiting.state.firstAt
    case 'failed':
      return waiting.state.uncertain
    case 'held':
    case 'queued':
      return false
  }
}

function misfit(course: Course, ticket: Ticket, run: IntakeRun, { albumId }: IncomingMessage): void {
  const misfits = run.misfits + 1
  if (misfits >= patience && askedQuestion(run)?.required === false) {
    askNext(course, ticket, { ...run, after: run.asked })
    return
  }
  const isFirst = misfits === 1
  const until = isFirst ? course.at + answerMs : run.until
  moveForm(course, ticket, { ...run, misfits, misfitAlbum: albumId, until })
  const conversation = course.state.conversations.get(ticket.conversationId)
  if (isFirst && conversation) hint(course, conversation, ticket, run)
}

function settle(
  course: Course,
  ticket: Ticket,
  run: IntakeRun,
  fit: Exclude<Fit, { kind: 'misfit' }>,
  number?: number,
): void {
  let { answers, choices } = run
  if (fit.kind === 'answer') {
    const { field, choice } = fit
    keepAnswer(course, ticket, fit, number)
    answers = [...answers, field]
    if (choice !== undefined) choices = { ...choices, [field.key]: choice }
  }
  if (ticket.repliedAt !== null) endForm(course, ticket)
  else askNext(course, ticket, { questions: run.questions, answers, choices, after: run.asked })
}

/**
 * An answer becomes a field; an urgency the priority, unless a person of the team has set that (R59); a customer's own
 * number part of what is known of them. `number` is that of the message that answered.
 */
export function keepAnswer(
  course: Course,
  ticket: Ticket,
  { field, priority: to, phone }: Extract<Fit, { kind: 'answer' }>,
  number?: number,
): void {
  const { id: ticketId, conversationId, customerId, priority: from } = ticket
  const onTicket = { conversationId, ticketId }
  const where = number === undefined ? {} : { number }
  const by = { kind: 'customer', id: customerId } as const
  course.happen({ kind: 'field-answered', ...onTicket, field, ...where }, by)
  if (to !== undefined && to !== from && !isSetByHand(course, ticket))
    course.happen({ kind: 'priority-changed', ...onTicket, from, to }, { kind: 'desk' })
  if (phone === undefined) return
  const contact = course.state.contacts.get(customerId) ?? newContact(customerId)
  if (digits(contact.phone ?? '') !== digits(phone))
    course.happen({ kind: 'contact-changed', contact: { ...contact, phone } }, { kind: 'desk' })
}

function isSetByHand({ known }: Course, { id, conversationId }: Ticket): boolean {
  return known
    .read(conversationId, { limit: eventsMax })
    .some(
      ({ event, by }) => event.kind === 'priority-changed' && event.ticketId === id && by.kind === 'agent',
    )
}
