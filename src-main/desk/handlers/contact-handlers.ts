import type { Handlers } from '../../../src-preload/contract/desk'
import type { Contact } from '../../core/people/contact'
import { contactView } from '../../core/people/contact-view'
import type { Desk } from '../desk'
import type { Me } from '../me'

/** Commands of `contacts`: what the team knows of a customer. */
export function contactHandlers(desk: Desk, me: Me): Handlers['contacts'] {
  return {
    get: ({ personId }) => contactView(desk.state, personId),
    change: async (input) => {
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      const contact = given as Partial<Contact> & Pick<Contact, 'personId'>
      return contactView(await desk.ask({ kind: 'change-contact', contact }, me()), input.personId)
    },
  }
}
