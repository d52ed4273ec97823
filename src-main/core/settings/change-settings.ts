import type { Course } from '../desk/course'
import type { IntentOf } from '../desk/decide'
import { mergeSettings } from './merge'

/** Changes any part of the settings (R95). A patch that changes nothing is no event. */
export function changeSettings(course: Course, { patch }: IntentOf<'change-settings'>): void {
  const settings = mergeSettings(course.state.settings, patch)
  if (JSON.stringify(settings) !== JSON.stringify(course.state.settings))
    course.happen({ kind: 'settings-changed', settings })
}
