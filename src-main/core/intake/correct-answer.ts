import type { QuestionKind } from '../../../src-preload/contract/intake-lists'
import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import { keepAnswer } from './answer-intake'
import { fitMessage } from './fit-answer'

/** How far back the answer is looked for. */
const eventsMax = 400
/** What is written in words of one's own. What was chosen stays chosen: other questions hang on it. */
const written: ReadonlySet<QuestionKind> = new Set(['text', 'number', 'contact'] as const)

/**
 * A customer changed the message that answered a question: the answer on the ticket follows if what it says now fits.
 * Else, and on a closed ticket (R52), the answer stays, and the conversation shows both versions.
 */
export function correctAnswer(course: Course, ticketId: string, message: IncomingMessage): void {
  const ticket = course.state.tickets.get(ticketId)
  if (!ticket || ticket.fields.length === 0 || ticket.status === 'closed') return
  const key = answeredBy(course, ticket.conversationId, ticketId, message.number)
  const questions = ticket.intake?.questions ?? course.state.settings.intake.form.questions
  const question = questions.find((one) => one.key === key && written.has(one.kind))
  const fit = question && fitMessage(question, message)
  if (fit?.kind !== 'answer') return
  const before = ticket.fields.find((field) => field.key === key)
  if (before?.kind === fit.field.kind && before.value !== fit.field.value)
    keepAnswer(course, ticket, fit, message.number)
}

/** The key of the question that a message answered; null for none. */
function answeredBy(
  { known }: Course,
  conversationId: string,
  ticketId: string,
  number: number,
): string | null {
  for (const { event } of known.read(conversationId, { limit: eventsMax }))
    if (event.kind === 'field-answered' && event.ticketId === ticketId && event.number === number)
      return event.field.key
  return null
}
