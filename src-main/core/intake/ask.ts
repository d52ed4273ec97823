import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import type { Conversation } from '../conversation/conversation'
import type { Course } from '../desk/course'
import type { Ticket } from '../ticket/ticket'
import { acknowledge } from './acknowledge'
import { hintWords, questionButtons, withoutButtons } from './ask-words'
import type { IntakeRun } from './intake-run'
import { languageOf, phraseLanguage } from './language'
import { phrases } from './phrases'
import { nextSayingId, say } from './say'

/** The question that waits for its answer; undefined for a run whose question is not in it. */
export function askedQuestion({ questions, asked }: IntakeRun): IntakeQuestion | undefined {
  return questions.find(({ key }) => key === asked)
}

/**
 * Asks the first question after `after` whose condition holds by the answers so far; if none is left, the form is
 * over and the ticket is acknowledged.
 */
export function askNext(
  course: Course,
  ticket: Ticket,
  run: Pick<IntakeRun, 'questions' | 'answers' | 'choices'> & { readonly after: string | null },
  notBefore = course.at,
): void {
  const { questions, answers, choices, after } = run
  const conversation = course.state.conversations.get(ticket.conversationId)
  const from = questions.findIndex(({ key }) => key === after) + 1
  const question = questions
    .slice(from)
    .find(({ onlyIf }) => onlyIf === null || choices[onlyIf.key] === onlyIf.value)
  if (!question || !conversation) {
    endForm(course, ticket)
    acknowledge(course, ticket.id, withoutButtons(questions))
    return
  }
  const askedBy = nextSayingId(course, conversation)
  const rest = { misfits: 0, misfitAlbum: null, until: null }
  moveForm(course, ticket, { questions, answers, choices, asked: question.key, askedBy, ...rest })
  const words = wordsFor(course, ticket)
  const own = questionButtons(question, askedBy, words)
  const asked = questions.slice(0, questions.indexOf(question))
  const buttons = own.length > 0 ? own : withoutButtons(asked)
  say(course, conversation, {
    ...{
      purpose: 'question',
      ticketId: ticket.id,
      text: question.text,
      outboxId: askedBy,
      buttons,
      notBefore,
    },
  })
}

/** Says what the waiting question takes, and asks it once more: the buttons under both do the same. */
export function hint(course: Course, conversation: Conversation, ticket: Ticket, run: IntakeRun): void {
  const question = askedQuestion(run)
  if (!question) return
  const words = wordsFor(course, ticket)
  const buttons = questionButtons(question, run.askedBy, words)
  const text = `${hintWords(question, words)}\n\n${question.text}`
  say(course, conversation, { purpose: 'hint', ticketId: ticket.id, text, buttons })
}

/** Keeps how far the form has come. */
export function moveForm(course: Course, { id, conversationId }: Ticket, run: IntakeRun): void {
  course.happen({ kind: 'intake-moved', conversationId, ticketId: id, run }, { kind: 'desk' })
}

/** Ends the form if one is under way, whatever was answered. */
export function endForm(course: Course, { id, conversationId }: Ticket): void {
  if (course.state.tickets.get(id)?.intake)
    course.happen({ kind: 'intake-moved', conversationId, ticketId: id, run: null }, { kind: 'desk' })
}

function wordsFor({ state }: Course, { customerId }: Ticket) {
  return phrases[phraseLanguage(languageOf(state, customerId))]
}
