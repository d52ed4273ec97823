import { useSettings } from '../../desk/settings-store'
import { useMedia } from '../../ui/use-media'

/**
 * Whether the window is wide enough for the sheet to stand beside the conversation (interface.md section 2): larger text
 * takes more of it, as in the style sheets.
 */
export function useIsDocked(): boolean {
  const percent = useSettings(({ settings }) => settings.textScale)
  return useMedia(`(min-width: ${(1240 * percent) / 100}px)`)
}
