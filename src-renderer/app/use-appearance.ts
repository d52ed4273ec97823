import { useEffect } from 'react'
import { useSettings } from '../desk/settings-store'
import { useMedia } from '../ui/use-media'

const key = 'topicdesk.theme'

/** The theme of the last time, so that the window does not open in the other one before the desk has answered. */
function lastTheme(): 'system' | 'light' | 'dark' {
  const kept = localStorage.getItem(key)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
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
    root.style.setProperty('zoom', String(textScale / 100))
  }, [shown, density, textScale])
  useEffect(() => {
    if (known) localStorage.setItem(key, theme)
  }, [known, theme])
}
