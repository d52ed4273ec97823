import './kbd.css'
import { useKeyName } from './key-names'
import { keyCaps } from './key-words'

/** A key hint, drawn as caps. For eyes only: names carry it in `aria-keyshortcuts`. */
export function Kbd({ keys }: { readonly keys: string }) {
  const now = useKeyName(keys)
  return (
    <span className="kbd" aria-hidden="true">
      {keyCaps(now).map((cap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: caps never move and may repeat
        <kbd key={place}>{cap}</kbd>
      ))}
    </span>
  )
}
