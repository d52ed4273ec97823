import { create } from 'zustand'

/** Something the agent can do, whoever asks: a key, the palette, a button. */
export interface Action {
  readonly id: string
  /** A verb first: "Resolve", "Go to settings". */
  readonly title: string
  /** Where the palette and the key sheet list it; `ticket` is headed "For DSA312". */
  readonly group: 'ticket' | 'compose' | 'queue' | 'go' | 'desk'
  /** As in {@link ../ui/key-words}; several when more than one does it. The first is shown. */
  readonly keys?: readonly string[]
  /** False: shown nowhere and deaf. True by default. */
  readonly enabled?: boolean
  /** Works by key and on the sheet, but is no entry of the palette, such as "next row". */
  readonly keysOnly?: boolean
  /** Its key works while a dialog lies over the window: it touches nothing behind it. */
  readonly overDialogs?: boolean
  readonly run: () => void
}

/** All actions there are now, by id, in the order they came. */
export const useActions = create<{ readonly actions: ReadonlyMap<string, Action> }>(() => ({
  actions: new Map(),
}))

/** Makes an action known, in place of an older one with its id. Answers how to take it back. */
export function registerAction(action: Action): () => void {
  useActions.setState(({ actions }) => ({ actions: new Map(actions).set(action.id, action) }))
  return () =>
    useActions.setState(({ actions }) => {
      if (actions.get(action.id) !== action) return { actions }
      const rest = new Map(actions)
      rest.delete(action.id)
      return { actions: rest }
    })
}
