import type { Outcome } from '../../../src-preload/contract/outcome'
import type { SessionView } from '../../../src-preload/contract/session'

export type Answer = Promise<Outcome<SessionView>>

/**
 * Back to the choice of ways. While an account is added, cancelling gives up adding it: so it begins anew, to stay
 * with the card.
 */
export async function startOver(session: SessionView): Answer {
  const answer = await window.desk.session.cancel()
  return session.isAdding && answer.ok ? window.desk.session.add() : answer
}
