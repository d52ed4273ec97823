import { createContext, useContext } from 'react'
import { ariaKeys } from './key-words'

/** The keys people chose, by the keys that controls were made with. */
export const KeyNames = createContext<ReadonlyMap<string, string>>(new Map())

/** The keys that do now what `keys` did at first. */
export function useKeyName(keys: string): string {
  return useContext(KeyNames).get(keys) ?? keys
}

/** The value of `aria-keyshortcuts` for a control made with `keys`. */
export function useAriaKeys(keys: string | undefined): string | undefined {
  const names = useContext(KeyNames)
  return ariaKeys(keys === undefined ? undefined : (names.get(keys) ?? keys))
}
