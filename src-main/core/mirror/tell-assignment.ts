import type { Course } from '../desk/course'
import type { DeskState } from '../desk/state'
import { nameOf } from '../people/names'
import { currentTicket } from '../ticket/find-ticket'
import { sayInTopic } from './say-in-topic'

/**
 * A rule of the desk that says in the staff group's topic who has the ticket now, if that changed: a colleague who
 * answers from Telegram must know that somebody else does so too (R85). What is asked for by a command there goes to
 * the rule itself, and is answered there.
 */
export function toldInTopic<Asked extends { readonly ticketId: string }>(
  rule: (course: Course, asked: Asked) => void,
): (course: Course, asked: Asked) => void {
  return (course, asked) => {
    const before = course.state.tickets.get(asked.ticketId)
    rule(course, asked)
    const ticket = course.state.tickets.get(asked.ticketId)
    const { by, state } = course
    if (!before || !ticket || before.assignee === ticket.assignee || by.kind !== 'agent') return
    const { conversationId, assignee, code } = ticket
    const isCurrent = currentTicket(state, state.conversations.get(conversationId))?.id === ticket.id
    const what = isCurrent ? 'this' : code
    const did = deed(state, what, before.assignee, assignee, by.id)
    sayInTopic(course, conversationId, `${nameOf(state, by.id)} ${did} at the desk.`)
  }
}

function deed(
  state: DeskState,
  what: string,
  before: string | null,
  after: string | null,
  byId: string,
): string {
  if (after === null) return `released ${what}`
  if (after !== byId) return `gave ${what} to ${nameOf(state, after)}`
  return before === null ? `took ${what}` : `took ${what} over`
}
