import { useEffect, useRef } from 'react'
import { type Action, registerAction } from './action-store'

/**
 * Offers an action while the calling part is mounted. The palette, the key sheet and the key handler find it
 * by themselves; `run` may change with every render, the rest registers anew.
 */
export function useAction(action: Action): void {
  const { id, title, group, enabled = true, keysOnly = false, overDialogs = false, run } = action
  const keys = action.keys?.join('\n') ?? ''
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(
    () =>
      registerAction({
        id,
        title,
        group,
        keys: keys === '' ? [] : keys.split('\n'),
        enabled,
        keysOnly,
        overDialogs,
        run: () => latest.current(),
      }),
    [id, title, group, keys, enabled, keysOnly, overDialogs],
  )
}
