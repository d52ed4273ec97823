import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnPage } from './own-page'

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/**
 * Trusts the main frame of the desk's own windows while it shows our own page, and nothing else: no frame inside
 * it, no other window, no page that came in by a mistake elsewhere.
 *
 * ```ts
 * serve(ipcMain, handlers, trustWindows(() => [window.webContents]), log)
 * ```
 */
export function trustWindows(windows: () => readonly WebContents[]): (event: Sender) => boolean {
  return ({ sender, senderFrame: frame }) => {
    // Null when the frame went away while its question was on the way.
    if (!frame || frame.parent) return false
    return isOwnPage(frame.url) && windows().some((own) => own === sender && !own.isDestroyed())
  }
}
