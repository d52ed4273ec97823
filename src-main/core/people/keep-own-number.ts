import { contentOf, digits } from '../conversation/content'
import type { IncomingMessage } from '../conversation/message'
import type { Course } from '../desk/course'
import { newContact } from './contact'

/** A customer who shares their own number, asked or not, has it on their sheet (R18). */
export function keepOwnNumber(course: Course, message: IncomingMessage): void {
  const shared = contentOf(message)
  if (shared?.kind !== 'contact' || !shared.isOwn || digits(shared.phone).length < 5) return
  const contact = course.state.contacts.get(message.senderId) ?? newContact(message.senderId)
  if (digits(contact.phone ?? '') === digits(shared.phone)) return
  course.happen({ kind: 'contact-changed', contact: { ...contact, phone: shared.phone } }, { kind: 'desk' })
}
