import type { Action } from '../desk/action-store'
import { worksInText } from '../desk/key-step'

export type Found =
  | { readonly kind: 'run'; readonly action: Action }
  /** The first of two steps: wait for the second. */
  | { readonly kind: 'begun'; readonly step: string }
  | { readonly kind: 'none' }

/** Where a key was pressed: in the open, in a text or a menu, or in a dialog that lies over the window. */
export type Where = 'open' | 'text' | 'dialog'

/**
 * What a key step means, given the step before it (or null) and where it was pressed. Of two actions with one key the
 * newer is meant: that of the place that lies over the other, as the settings over the desk.
 */
export function findAction(
  actions: Iterable<Action>,
  begun: string | null,
  step: string,
  where: Where,
): Found {
  const whole = begun === null ? step : `${begun} ${step}`
  let begins = false
  let meant: Action | null = null
  for (const action of actions) {
    if (action.enabled === false) continue
    if (where === 'dialog' && action.overDialogs !== true) continue
    // The composer hears its keys itself: what comes from another field or a dialog is not meant for it.
    if (where !== 'open' && action.group === 'compose') continue
    for (const keys of action.keys ?? []) {
      if (where !== 'open' && !worksInText(keys)) continue
      if (keys === whole) meant = action
      if (begun === null && keys.startsWith(`${step} `)) begins = true
    }
  }
  if (meant !== null) return { kind: 'run', action: meant }
  return begins ? { kind: 'begun', step } : { kind: 'none' }
}
