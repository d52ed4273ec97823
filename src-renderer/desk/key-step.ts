/** What a key press is, as far as actions care. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const letter = /^[a-z]$/i

/**
 * One press in the way actions write keys: `Mod+K`, `Shift+E`, `?`. Shift is said for letters, arrows and
 * named keys only; a sign such as `?` holds it already. Null for a bare modifier or a key that is not ours.
 */
export function keyStep(press: Press, mac: boolean): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock', 'Dead'].includes(press.key)) return null
  const mod = mac ? press.metaKey : press.ctrlKey
  const foreign = mac ? press.ctrlKey : press.metaKey
  if (foreign) return null
  const key = letter.test(press.key) ? press.key.toUpperCase() : press.key
  const saysShift = press.shiftKey && (letter.test(key) || key.length > 1)
  return [mod && 'Mod', press.altKey && 'Alt', saysShift && 'Shift', key].filter(Boolean).join('+')
}

/** Whether a key works while the agent types: those with Ctrl or Alt do, but for the text's own undo, and the function keys. */
export function worksInText(keys: string): boolean {
  if (keys === 'Mod+Z') return false
  return /^(Mod|Alt)\+/.test(keys) || /^(Shift\+)?F\d+$/.test(keys)
}
