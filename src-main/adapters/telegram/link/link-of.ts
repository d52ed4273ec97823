import type { Link } from '../../../../src-preload/contract/status'
import type { LineState } from './line'

/** What the link's state is made of. */
export interface LinkFacts {
  readonly line: LineState
  readonly isSignedIn: boolean
  /** Messages that Telegram has and the desk has not; null when level. */
  readonly behind: number | null
  /** Epoch ms; null when Telegram asks for no pause. */
  readonly floodUntil: number | null
  /** Groups that are followed, and of which Telegram said that this account has no access to them. */
  readonly lostGroups: Extract<Link, { kind: 'not-in-group' }>['groups']
}

/** Tries after which a link that is down is called offline; a short drop is only "connecting" (telegram.md B.1, 8). */
const patientTries = 3

/** The one state of the link to show, out of all that is known (interface.md section 9). */
export function linkOf(facts: LinkFacts, now: number): Link {
  const { line } = facts
  if (!facts.isSignedIn) return { kind: 'signed-out' }
  if (line.kind === 'closed') return { kind: 'connecting', attempt: 1, nextTryAt: null }
  if (line.kind === 'dialling') {
    if (line.attempt > patientTries) return { kind: 'offline', since: line.downSince }
    return { kind: 'connecting', attempt: line.attempt, nextTryAt: line.nextTryAt }
  }
  if (facts.floodUntil !== null && facts.floodUntil > now)
    return { kind: 'flood-wait', until: facts.floodUntil }
  if (facts.behind !== null) return { kind: 'catching-up', behind: facts.behind }
  const { lostGroups: groups } = facts
  return groups.length === 0 ? { kind: 'live' } : { kind: 'not-in-group', groups }
}
