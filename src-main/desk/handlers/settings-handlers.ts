import type { Handlers } from '../../../src-preload/contract/desk'
import type { Notifications } from '../../core/ports'
import type { Announcer } from '../announcer'
import type { Desk } from '../desk'
import type { Me } from '../me'

/** How long the platform may take to show its first notification, and how often to look, ms. */
const patienceMs = 5_000
const lookMs = 100

/** Commands of `settings`. */
export function settingsHandlers(
  desk: Desk,
  me: Me,
  announcer: Announcer,
  notifications: Notifications,
): Handlers['settings'] {
  return {
    get: () => desk.state.settings,
    change: async (patch) => (await desk.ask({ kind: 'change-settings', patch }, me())).settings,
    testNotification: async () => {
      announcer.test()
      for (let waited = 0; notifications.state.kind === 'untested' && waited < patienceMs; waited += lookMs)
        await new Promise((resolve) => setTimeout(resolve, lookMs))
      return notifications.state
    },
  }
}
