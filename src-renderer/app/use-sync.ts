import { useEffect } from 'react'
import { followAccounts } from '../desk/accounts-store'
import { followCounts } from '../desk/counts-store'
import { lookAtClock } from '../desk/now-store'
import { go, openTicket, useSelection } from '../desk/selection-store'
import { followSession } from '../desk/session-store'
import { followSettings } from '../desk/settings-store'
import { followChoice } from '../desk/shown-ticket-store'
import { followStartup, followStatus, useStatus } from '../desk/status-store'
import { dropOfflineToasts } from '../desk/toast-store'
import { followWakes } from '../desk/wake-store'
import { openPalette } from '../features/palette/palette-store'
import { queue } from '../features/queue/queue-store'
import { showNotice } from '../features/toasts/notices'

/**
 * Keeps the window in step with main, for as long as it lives. All is asked at once, and answered when the store is
 * open or was repaired: the first page of the queue is here when the work is drawn.
 */
export function useSync(): void {
  useEffect(() => {
    queue.show(useSelection.getState().view)
    const stops = [
      followStartup(),
      followChoice(),
      followSettings(),
      followSession(),
      followAccounts(),
      followWakes(),
      followStatus(),
      followCounts(),
      useStatus.subscribe(({ status }, before) => {
        if (status?.link.kind === 'live' && before.status?.link.kind !== 'live') dropOfflineToasts()
      }),
      // A promise that was just broken must not look healthy until the minute is over.
      window.desk.on('queue-changed', lookAtClock),
      window.desk.on('open-ticket', ({ ticketId }) => openTicket(ticketId)),
      window.desk.on('notice', showNotice),
      window.desk.on('go', ({ place }) => {
        if (place === 'palette') openPalette()
        else go(place)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}
