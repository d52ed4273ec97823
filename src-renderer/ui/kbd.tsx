import './kbd.css'
import { keyCaps } from './key-words'

/** A key hint, drawn as caps. For eyes only: names carry it in `aria-keyshortcuts`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {keyCaps(keys).map((cap, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: caps never move and may repeat
        <kbd key={place}>{cap}</kbd>
      ))}
    </span>
  )
}
