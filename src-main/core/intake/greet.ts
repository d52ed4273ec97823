import type { Conversation } from '../conversation/conversation'
import type { Course } from '../desk/course'
import { entriesInOrder } from '../outbox/entries'
import { currentTicket } from '../ticket/find-ticket'
import { hint } from './ask'
import { languageOf, phraseLanguage } from './language'
import { phrases } from './phrases'
import { say } from './say'

/**
 * Answers /start: with a greeting in the customer's language, or with the question that waits for an answer. Not
 * while the one before is still on its way.
 */
export function greet(course: Course, conversation: Conversation): void {
  const { state } = course
  const personId = conversation.privately?.personId
  if (personId === undefined) return
  const waits = entriesInOrder(state, conversation.id)
  if (
    waits.some(
      (entry) => entry.kind === 'reply' && (entry.purpose === 'hint' || entry.purpose === 'question'),
    )
  )
    return
  const ticket = currentTicket(state, conversation)
  if (ticket?.intake) hint(course, conversation, ticket, ticket.intake)
  else
    say(course, conversation, {
      purpose: 'hint',
      text: phrases[phraseLanguage(languageOf(state, personId))].greeting,
    })
}
