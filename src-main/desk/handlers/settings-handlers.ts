import type { Handlers } from '../../../src-preload/contract/desk'
import type { Notifications } from '../../core/ports'
import type { Announcer } from '../announcer'
import type { Desk } from '../desk'
import type { Me } from '../me'

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
      return notifications.state
    },
  }
}
