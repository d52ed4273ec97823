import type { Course } from '../desk/course'

/**
 * Customers keep their tier when it gets another name. A name counts as changed where the list is as long as before
 * and has one that is new in the place of one that is gone; any other change adds, removes or moves tiers.
 */
export function renameTiers(course: Course, before: readonly string[], after: readonly string[]): void {
  if (before.length !== after.length) return
  const names = new Map<string, string>()
  for (const [at, was] of before.entries()) {
    const is = after[at]
    if (is !== undefined && !after.includes(was) && !before.includes(is)) names.set(was, is)
  }
  if (names.size === 0) return
  for (const contact of [...course.state.contacts.values()]) {
    const tier = names.get(contact.tier ?? '')
    if (tier !== undefined) course.happen({ kind: 'contact-changed', contact: { ...contact, tier } })
  }
}
