import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/intents'
import { renameTiers } from '../people/rename-tiers'
import { mergeSettings } from './merge'

/** Changes any part of the settings (R95). A patch that changes nothing is no event. */
export function changeSettings(course: Course, { patch }: IntentOf<'change-settings'>): void {
  const { settings: before } = course.state
  const settings = mergeSettings(before, patch)
  if (JSON.stringify(settings) === JSON.stringify(before)) return
  course.happen({ kind: 'settings-changed', settings })
  renameTiers(course, before.tiers, settings.tiers)
}
