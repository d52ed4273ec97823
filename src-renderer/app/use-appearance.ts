import { useEffect } from 'react'
import { useSettings } from '../desk/settings-store'
import { useMedia } from '../ui/use-media'

/** Theme, density and text size on the root element, where the style sheets read them. */
export function useAppearance(): void {
  const { theme, density, textScale } = useSettings(({ settings }) => settings)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const shown = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = shown
    root.dataset.density = density
    root.style.setProperty('zoom', String(textScale / 100))
  }, [shown, density, textScale])
}
