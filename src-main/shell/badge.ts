import { type App, type BrowserWindow, nativeImage } from 'electron'
import { dotBitmap } from './dot-bitmap'

/**
 * Shows how many tickets wait for us: on the dock of macOS and the launcher of Linux as a number, on Windows as a
 * red dot on the taskbar button, whose description has the number.
 */
export function showBadge(
  app: Pick<App, 'setBadgeCount'>,
  window: BrowserWindow | null,
  ourTurn: number,
): void {
  app.setBadgeCount(ourTurn)
  if (process.platform !== 'win32' || !window || window.isDestroyed()) return
  const dot = nativeImage.createFromBitmap(dotBitmap(16), { width: 16, height: 16 })
  if (ourTurn > 0) window.setOverlayIcon(dot, `${ourTurn} waiting for an answer`)
  else window.setOverlayIcon(null, '')
}
