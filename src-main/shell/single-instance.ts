import type { App } from 'electron'

/**
 * Makes this the only Topicdesk of its profile. A second start tells the first, which comes to the front.
 *
 * ```ts
 * if (!keepSingleInstance(app, () => bringToFront(window))) app.quit()
 * ```
 *
 * @returns false if another one runs: then nothing of the profile may be touched
 */
export function keepSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  comeForward: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', comeForward)
  app.on('activate', comeForward)
  return true
}
