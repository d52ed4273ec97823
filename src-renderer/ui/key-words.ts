/**
 * Keys are written as in `Mod+K`, `Shift+E`, `Alt+ArrowDown`, `?`, or two steps as in `G D`.
 * `Mod` is Ctrl, on macOS the command key (interface.md section 10).
 */
const caps: Readonly<
  Record<string, { readonly plain: string; readonly mac: string; readonly aria: string }>
> = {
  Mod: { plain: 'Ctrl', mac: '⌘', aria: 'Control' },
  Alt: { plain: 'Alt', mac: '⌥', aria: 'Alt' },
  Shift: { plain: 'Shift', mac: '⇧', aria: 'Shift' },
  Enter: { plain: 'Enter', mac: '↩', aria: 'Enter' },
  Escape: { plain: 'Esc', mac: 'Esc', aria: 'Escape' },
  ArrowDown: { plain: '↓', mac: '↓', aria: 'ArrowDown' },
  ArrowUp: { plain: '↑', mac: '↑', aria: 'ArrowUp' },
}

export const isMac = (): boolean => /mac/i.test(globalThis.navigator?.userAgent ?? '')

/** The caps to draw for a key, in order: `Mod+K` gives Ctrl and K. */
export function keyCaps(keys: string, mac = isMac()): readonly string[] {
  return keys
    .split(' ')
    .flatMap((step) => (step === '+' ? ['+'] : step.split('+')))
    .map((cap) => caps[cap]?.[mac ? 'mac' : 'plain'] ?? cap)
}

/** The value of `aria-keyshortcuts`; nothing for two-step keys, which it cannot say. */
export function ariaKeys(keys: string | undefined, mac = isMac()): string | undefined {
  if (!keys || keys.includes(' ')) return undefined
  return keys
    .split('+')
    .map((cap) => (cap === 'Mod' && mac ? 'Meta' : (caps[cap]?.aria ?? cap)))
    .join('+')
}
