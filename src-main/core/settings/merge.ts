import type { Settings, SettingsPatch } from '../../../src-preload/contract/settings'

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Settings with a patch laid over them; what the patch leaves out stays. */
export function mergeSettings(settings: Settings, patch: SettingsPatch): Settings {
  const { notifications, promises, intake, ...rest } = patch
  return {
    ...settings,
    ...given(rest),
    notifications: { ...settings.notifications, ...given(notifications ?? {}) },
    promises: { ...settings.promises, ...given(promises ?? {}) },
    intake: { ...settings.intake, ...given(intake ?? {}) },
  }
}

/** Without the keys that are there but undefined: they mean "absent" too. */
function given<T extends object>(part: T): Given<T> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Given<T>
}
