import { Course } from './course'
import { follow } from './decide'
import type { Recorded } from './events'
import type { Asked, KnownMessages } from './intents'
import type { DeskState } from './state'

/**
 * Decides an intent and folds what follows from it: events on record, numbered on from the state's last, and
 * the state they lead to. The n-th fact of a delivery is decided on what the ones before it led to.
 *
 * @throws {@link Refusal} if the rules say no; then nothing happened.
 */
export function take(
  state: DeskState,
  asked: Asked,
  known: KnownMessages,
): { readonly recorded: readonly Recorded[]; readonly next: DeskState } {
  const course = new Course(state, asked, known)
  follow(course, asked.intent)
  return { recorded: course.recorded, next: course.state }
}
