import type { Course } from '../desk/course'
import type { DeskState } from '../desk/state'
import { promisedMs } from '../sla/fold-clocks'
import type { Ticket } from '../ticket/ticket'
import { isDone } from '../ticket/transitions'
import { languageOf, ownWords, phraseLanguage } from './language'
import { fill, phrases } from './phrases'
import { type Saying, say } from './say'
import { wayOf } from './way-of'
import { within } from './within'

/** A group and a private chat are read back into their past: what is older than this is no news to its customer, ms. */
const newsMs = 15 * 60_000

/**
 * Tells the customer once that their ticket is there, with its code and when they can expect a first reply (R34).
 * Not for a ticket that a person of the team opened, answered or finished before: then they know.
 */
export function acknowledge(course: Course, ticketId: string, buttons: Saying['buttons'] = []): void {
  const { state } = course
  const ticket = state.tickets.get(ticketId)
  const conversation = ticket && state.conversations.get(ticket.conversationId)
  if (!ticket || !conversation || ticket.isAcknowledged || ticket.createdBy.kind !== 'customer') return
  if (ticket.repliedAt !== null || isDone(ticket.status)) return
  const way = wayOf(conversation)
  const isOld = way !== 'bot' && course.at - ticket.createdAt > newsMs
  if (!state.settings.intake.acknowledge[way] || isOld) return
  const text = acknowledgementOf(state, ticket)
  say(course, conversation, { purpose: 'acknowledgement', ticketId, text, buttons })
}

/** The acknowledgement in the customer's language: the team's own words for it, else the bot's. */
export function acknowledgementOf(state: DeskState, { customerId, code, priority }: Ticket): string {
  const { settings } = state
  const tag = languageOf(state, customerId)
  const { acknowledgement: own } = settings.intake
  const language = phraseLanguage(tag)
  const said = ownWords(own, tag) ?? (language === 'en' ? ownWords(own, 'en') : null)
  const promised = promisedMs(settings, priority, 'first-reply')
  return fill(said ?? phrases[language].acknowledgement, {
    code,
    name: state.people.get(customerId)?.name ?? '',
    time: promised === null ? phrases[language].soon : within(promised, language),
  })
}
