import { create } from 'zustand'
import { go } from './selection-store'

/** The pages of the settings that need more room than a row. */
export type SettingsPageId = 'intake' | 'evidence' | 'doctor'

/** Which page of the settings is open; null for the list of all. `section` is scrolled to when the list opens. */
export const useSettingsPlace = create<{
  readonly page: SettingsPageId | null
  readonly section: string | null
}>(() => ({ page: null, section: null }))

/** Opens the settings at a page, or at the list with null. */
export function showSettings(page: SettingsPageId | null, section: string | null = null): void {
  useSettingsPlace.setState({ page, section })
  go('settings')
}
