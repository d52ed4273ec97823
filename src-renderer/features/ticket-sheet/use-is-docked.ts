import { useSyncExternalStore } from 'react'

const wide = '(min-width: 1240px)'

/** Whether the window is wide enough for the sheet to stand beside the conversation (interface.md section 2). */
export function useIsDocked(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(wide).matches)
}

function listen(changed: () => void) {
  const query = matchMedia(wide)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
