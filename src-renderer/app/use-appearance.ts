import { useEffect } from 'react'
import { useSettings } from '../desk/settings-store'
import { useMedia } from '../ui/use-media'

const key = 'topicdesk.theme'

/** The theme of the last time, so that the window does not open in the other one before the desk has answered. */
function lastTheme(): 'system' | 'light' | 'dark' {
  const kept = localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

/**
 * Enlarges all text and what holds it. The columns keep their widths on the screen, so that the conversation is not
 * pressed; only the queue takes the little more that always fits.
 */
function magnify(root: HTMLElement, scale: number): void {
  const large = Math.max(1, scale)
  const spans = {
    '--list-width': [320 * Math.min(large, 1.18), 24, 460],
    '--sheet-width': [304, 22.5, 400],
  } as const
  root.style.setProperty('zoom', String(scale))
  root.style.setProperty('--text-scale', String(scale))
  for (const [name, [least, share, most]] of Object.entries(spans)) {
    if (scale === 1) root.style.removeProperty(name)
    else root.style.setProperty(name, `clamp(${least / large}px, ${share / scale}vw, ${most / large}px)`)
  }
  root.style.setProperty('--middle-least', `${480 / large}px`)
}

/** Theme, density and text size on the root element, where the style sheets read them. */
export function useAppearance(): void {
  const { settings, known } = useSettings()
  const { density, textScale } = settings
  const theme = known ? settings.theme : lastTheme()
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const shown = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = shown
    root.dataset.density = density
    magnify(root, textScale / 100)
  }, [shown, density, textScale])
  useEffect(() => {
    if (known) localStorage.setItem(key, theme)
  }, [known, theme])
}
