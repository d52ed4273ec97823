import type { Course } from './course'
import type { IntentOf } from './decide'

/** Someone signed in. The same account again is no news. */
export function signIn(course: Course, { account }: IntentOf<'sign-in'>): void {
  const { account: now } = course.state
  if (
    now?.id === account.id &&
    now.name === account.name &&
    now.username === account.username &&
    now.kind === account.kind
  )
    return
  course.happen({ kind: 'signed-in', account })
}

/**
 * The account left. Tickets stay. Who is thrown out by Telegram still sits at the desk: what they write
 * meanwhile is theirs, and goes out when they are back.
 */
export function signOut(course: Course, { reason }: IntentOf<'sign-out'>): void {
  if (reason === 'by-agent' && course.state.account) course.happen({ kind: 'signed-out', reason })
}

/** Makes a group the one whose topics are tickets. */
export function chooseGroup(course: Course, { group }: IntentOf<'choose-group'>): void {
  const now = course.state.group
  if (now?.id !== group.id || now.title !== group.title) course.happen({ kind: 'group-chosen', group })
}
