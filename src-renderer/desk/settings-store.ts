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

/** Listens, then fetches. Answers how to stop. */
export function followSettings(): () => void {
  return follow(
    'settings-changed',
    () => window.desk.settings.get(),
    (settings) => useSettings.setState({ settings, known: true }),
  )
}

/** Changes a part of the settings at once, and takes it back with a toast if the desk refuses. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  const before = useSettings.getState().settings
  useSettings.setState({ settings: merged(before, patch) })
  try {
    useSettings.setState({ settings: await ask(window.desk.settings.change(patch)) })
  } catch (thrown) {
    useSettings.setState({ settings: before })
    toastFailure(thrown)
  }
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
