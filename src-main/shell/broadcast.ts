import type { WebContents } from 'electron'
import type { Events } from '../../src-preload/contract/events'

type Listener = Pick<WebContents, 'send' | 'isDestroyed' | 'isCrashed'>

/** Tells every window of the desk that something changed. */
export type Broadcast = <E extends keyof Events>(event: E, payload: Events[E]) => void

/**
 * Sends the contract's events. A window that is gone or crashed hears nothing; it fetches all when it is back.
 *
 * ```ts
 * const tell = createBroadcast(() => BrowserWindow.getAllWindows().map((window) => window.webContents))
 * tell('open-ticket', { ticketId })
 * ```
 */
export function createBroadcast(listeners: () => readonly Listener[]): Broadcast {
  return (event, payload) => {
    for (const listener of listeners())
      if (!listener.isDestroyed() && !listener.isCrashed()) listener.send(event, payload)
  }
}
