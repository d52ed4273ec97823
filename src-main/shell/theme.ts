import type { NativeTheme } from 'electron'
import type { Settings } from '../../src-preload/contract/settings'

/**
 * Makes the platform and the page follow the chosen theme (the page reads prefers-color-scheme).
 *
 * @returns which one that is now
 */
export function chooseTheme(
  nativeTheme: Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>,
  theme: Settings['theme'],
): 'light' | 'dark' {
  nativeTheme.themeSource = theme
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}
