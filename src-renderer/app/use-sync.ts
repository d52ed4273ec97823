import { useEffect } from 'react'
import { followCounts } from '../desk/counts-store'
import { lookAtClock } from '../desk/now-store'
import { go, openTicket } from '../desk/selection-store'
import { followSession } from '../desk/session-store'
import { followSettings } from '../desk/settings-store'
import { followChoice } from '../desk/shown-ticket'
import { followStartup, followStatus, useStatus } from '../desk/status-store'
import { openPalette } from '../features/palette/palette-store'
import { showNotice } from '../features/toasts/notices'

/** Keeps the window in step with main, for as long as it lives. */
export function useSync(): void {
  const ready = useStatus(({ startup }) => startup?.kind === 'ready')

  useEffect(() => followStartup(), [])
  useEffect(() => followChoice(), [])

  // A store that needs repair answers nothing else: the rest begins when it is ready.
  useEffect(() => {
    if (!ready) return
    const stops = [
      followSettings(),
      followSession(),
      followStatus(),
      followCounts(),
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
  }, [ready])
}
