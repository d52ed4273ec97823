import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDesk } from '../../../../../src-main/core/desk/state'
import type { Notifications } from '../../../../../src-main/core/ports'
import type { Announcer } from '../../../../../src-main/desk/announcer'
import { settingsHandlers } from '../../../../../src-main/desk/handlers/settings-handlers'
import type { NativeNotifications } from '../../../../../src-preload/contract/status'
import { byAnna } from '../../core/desk-on-paper'
import { recordingDesk } from '../recording-desk'
import { settled, strict } from '../strict'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function rig(first: NativeNotifications) {
  const platform = { state: first, tests: 0 }
  const notifications = strict<Notifications>('notifications', platform as Partial<Notifications>)
  const announcer = strict<Announcer>('announcer', { test: () => void platform.tests++ })
  const recording = recordingDesk()
  return {
    ...recording,
    platform,
    handlers: settingsHandlers(recording.desk, () => byAnna, announcer, notifications),
  }
}

test('settings are read, and changed by one intent that answers with all of them', async () => {
  const { handlers, asked } = rig({ kind: 'working' })
  expect(handlers.get(undefined)).toBe(emptyDesk.settings)
  expect(await handlers.change({ theme: 'dark' })).toBe(emptyDesk.settings)
  expect(asked).toEqual([{ intent: { kind: 'change-settings', patch: { theme: 'dark' } }, by: byAnna }])
})

test('a test notification tells how it went as soon as the platform knows', async () => {
  const { handlers, platform } = rig({ kind: 'untested' })
  let answer: unknown
  void Promise.resolve(handlers.testNotification(undefined)).then((state) => {
    answer = state
  })
  await settled()
  expect(platform.tests).toBe(1)
  await vi.advanceTimersByTimeAsync(300)
  expect(answer).toBeUndefined()
  platform.state = { kind: 'failing', why: 'No service.' }
  await vi.advanceTimersByTimeAsync(100)
  expect(answer).toEqual({ kind: 'failing', why: 'No service.' })
})

test('a platform that says nothing for five seconds stays untested', async () => {
  const { handlers } = rig({ kind: 'untested' })
  const answer = handlers.testNotification(undefined)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await answer).toEqual({ kind: 'untested' })
  expect(vi.getTimerCount()).toBe(0)
})
