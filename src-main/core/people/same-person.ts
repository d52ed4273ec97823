import type { Person } from '../conversation/message'

/** Whether nothing about a person changed. */
export function isSamePerson(known: Person | undefined, person: Person): boolean {
  return (
    known?.name === person.name &&
    known.username === person.username &&
    known.isBot === person.isBot &&
    known.language === person.language &&
    known.isDeleted === person.isDeleted &&
    known.isSavedName === person.isSavedName
  )
}
