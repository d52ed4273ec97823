import type { Action } from './action-store'
import { changeSettings, useSettings } from './settings-store'

/** The key an agent chose, by the id of the action; only single keys can be changed (interface.md section 10). */
export type KeyChanges = Readonly<Record<string, string>>

const none: KeyChanges = {}

/** What was changed so far. */
export const useKeyChanges = (): KeyChanges => useSettings((state) => state.settings.keys ?? none)

/** The same, outside a component. */
export const keyChanges = (): KeyChanges => useSettings.getState().settings.keys ?? none

/** An action with the keys it has now: the chosen one in the place of its first. */
export function withChange(action: Action, changes: KeyChanges): Action {
  const key = changes[action.id]
  return key === undefined ? action : { ...action, keys: [key, ...(action.keys?.slice(1) ?? [])] }
}

/** One press without Ctrl or Alt that writes something, or two of them, such as `Shift+E`, `?` or `G D`. */
export const isSingle = (keys: string): boolean => /^(Shift\+)?\S( (Shift\+)?\S)?$/u.test(keys)

/** What is shared on purpose: both take something back. */
const isUndo = ({ keys }: Action) => keys?.[0] === 'Z'
/** What is there only in the settings cannot meet what is there only in the desk. */
const isOfSettings = ({ id }: Action) => id.endsWith('-settings') && id !== 'go-settings'

/** Whether the key of an action can be changed. */
export const isChangeable = (action: Action): boolean =>
  !isUndo(action) && !isOfSettings(action) && isSingle(action.keys?.[0] ?? '')

/** Which action has a key already, or two steps that begin with it; null if it is free. */
export function holderOf(key: string, of: Action, actions: readonly Action[], changes: KeyChanges) {
  const clashes = (held: string) => held === key || held.startsWith(`${key} `) || key.startsWith(`${held} `)
  return (
    actions
      .filter((other) => other.id !== of.id && !isOfSettings(other))
      .find((other) => withChange(other, changes).keys?.some(clashes)) ?? null
  )
}

/** Gives an action another key, or its own again with null. */
export function changeKey(id: string, key: string | null): Promise<void> {
  const { [id]: _, ...others } = keyChanges()
  return changeSettings({ keys: key === null ? others : { ...others, [id]: key } })
}

/** Gives every action its own key again. */
export const resetKeys = (): Promise<void> => changeSettings({ keys: {} })
