import { create } from 'zustand'
import { defaultSettings } from '../../src-preload/contract/default-settings'
import type { Settings, SettingsPatch } from '../../src-preload/contract/settings'
import { ask } from './ask'
import { follow } from './follow'
import { toastFailure } from './toast-store'

/** The settings; the defaults until the desk has said otherwise. */
export const useSettings = create<{ readonly settings: Settings; readonly known: boolean }>(() => ({
  settings: defaultSettings,
  known: false,
}))

/** What the desk said last, and the changes it has not answered yet, oldest first. */
let told = defaultSettings
let pending: readonly SettingsPatch[] = []

const show = () => useSettings.setState({ settings: pending.reduce(merged, told) })

/** Takes over what the desk says; changes that are under way stay in sight. */
export function keepSettings(settings: Settings): void {
  told = settings
  useSettings.setState({ known: true })
  show()
}

/** Listens, then fetches. Answers how to stop. */
export function followSettings(): () => void {
  return follow('settings-changed', () => window.desk.settings.get(), keepSettings)
}

/** Changes a part of the settings at once, and takes just that back with a toast if the desk refuses. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  pending = [...pending, patch]
  show()
  try {
    told = await ask(window.desk.settings.change(patch))
  } catch (thrown) {
    toastFailure(thrown)
  }
  pending = pending.filter((other) => other !== patch)
  show()
}

function merged(settings: Settings, patch: SettingsPatch): Settings {
  const { notifications, promises, intake, ...rest } = patch
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...settings,
    ...given,
    notifications: { ...settings.notifications, ...withoutGaps(notifications) },
    promises: { ...settings.promises, ...withoutGaps(promises) },
    intake: { ...settings.intake, ...withoutGaps(intake) },
  }
}

/** Under exactOptionalPropertyTypes a key may still hold undefined after zod; such a key changes nothing. */
function withoutGaps<T extends object>(part: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(part ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
