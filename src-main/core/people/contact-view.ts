import type { ContactView } from '../../../src-preload/contract/contact'
import type { DeskState } from '../desk/state'
import { Refusal } from '../refusal'
import { newContact } from './contact'
import { nameOf } from './names'
import { tierOf } from './tier-of'

const newestTickets = 50

/**
 * A customer as the team knows them.
 *
 * @throws {@link Refusal} `not-found` for somebody never met.
 */
export function contactView(state: DeskState, personId: string): ContactView {
  const person = state.people.get(personId)
  if (!person) throw new Refusal('not-found', 'Nobody by that id has written.', { field: 'personId' })
  const { language, notes, phone } = state.contacts.get(personId) ?? newContact(personId)
  const ids = (state.ticketsOf.get(personId) ?? []).slice(-newestTickets).reverse()
  return {
    id: personId,
    name: nameOf(state, personId),
    username: person.username,
    isDeleted: person.isDeleted === true,
    language: language ?? person.language ?? null,
    tier: tierOf(state, personId),
    ...{ notes, phone },
    tickets: ids.flatMap((id) => {
      const ticket = state.tickets.get(id)
      if (!ticket) return []
      const { code, title, status, createdAt } = ticket
      return [{ id, code, title, status, createdAt }]
    }),
  }
}
