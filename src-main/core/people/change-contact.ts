import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { Refusal } from '../refusal'
import { type Contact, newContact } from './contact'

/**
 * Writes down what the team knows of a customer (R18, R19).
 *
 * @throws {@link Refusal} `not-found` for somebody never met; `invalid-input` for a tier that is not in the settings.
 */
export function changeContact(course: Course, { contact: patch }: IntentOf<'change-contact'>): void {
  const { people, contacts, settings } = course.state
  const { personId, tier } = patch
  if (!people.has(personId))
    throw new Refusal('not-found', 'Nobody by that id has written.', { field: 'personId' })
  if (tier && !settings.tiers.includes(tier)) {
    const tiers = settings.tiers.join(', ')
    const message = tiers === '' ? 'There are no tiers in the settings.' : `Tiers are ${tiers}.`
    throw new Refusal('invalid-input', message, { field: 'tier' })
  }
  const before = contacts.get(personId) ?? newContact(personId)
  const contact: Contact = { ...before, ...patch }
  if (JSON.stringify(contact) !== JSON.stringify(before)) course.happen({ kind: 'contact-changed', contact })
}
