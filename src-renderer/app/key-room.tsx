import { type ReactNode, useMemo } from 'react'
import { useActions } from '../desk/action-store'
import { isChangeable, useKeyChanges } from '../desk/key-changes'
import { KeyNames } from '../ui/key-names'

/** Lets every hint in the window show the keys that people chose. */
export function KeyRoom({ children }: { readonly children: ReactNode }) {
  const changes = useKeyChanges()
  const actions = useActions((state) => (Object.keys(changes).length === 0 ? null : state.actions))
  const names = useMemo(() => {
    const changeable = [...(actions?.values() ?? [])].filter(isChangeable)
    return new Map(
      changeable.flatMap(({ id, keys }): [string, string][] => {
        const [own, now] = [keys?.[0], changes[id]]
        return own === undefined || now === undefined ? [] : [[own, now]]
      }),
    )
  }, [actions, changes])
  return <KeyNames.Provider value={names}>{children}</KeyNames.Provider>
}
