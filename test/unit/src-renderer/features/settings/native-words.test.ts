import { expect, it } from 'vitest'
import { versionsIn } from '../../../../../src-renderer/features/settings/about-section'
import { nativeWords } from '../../../../../src-renderer/features/settings/notification-section'

it('says when the system shows no notifications, why, and where they appear instead', () => {
  expect(nativeWords({ kind: 'absent', why: 'no notification service answers' })).toBe(
    'This system has none: no notification service answers. They appear inside the window instead.',
  )
  expect(nativeWords({ kind: 'working' })).toBe('The system shows them.')
})

it('finds the versions in what the runtime calls itself', () => {
  const agent =
    'Mozilla/5.0 (X11; Linux x86_64) topicdesk/0.1.0 Chrome/108.0.5359.215 Electron/22.3.27 Safari/537.36'
  expect(versionsIn(agent)).toEqual([
    { name: 'Topicdesk', version: '0.1.0' },
    { name: 'Electron', version: '22.3.27' },
    { name: 'Chromium', version: '108.0.5359.215' },
  ])
})
