import type { Actor } from '../../../../src-main/core/desk/actor'
import type { Intent } from '../../../../src-main/core/desk/intents'
import { type DeskState, emptyDesk } from '../../../../src-main/core/desk/state'
import type { Desk } from '../../../../src-main/desk/desk'
import { strict } from './strict'

/** A desk that only takes note of what it is asked, or refuses. */
export function recordingDesk(state: DeskState = emptyDesk) {
  const asked: { readonly intent: Intent; readonly by: Actor }[] = []
  const refusing: { with: unknown } = { with: null }
  const desk = strict<Desk>('desk', {
    state,
    ask: async (intent, by) => {
      if (refusing.with) throw refusing.with
      asked.push({ intent, by })
      return state
    },
  })
  return { desk, asked, refusing }
}
