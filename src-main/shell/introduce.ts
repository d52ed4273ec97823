import type { App } from 'electron'

/** As in electron-builder.yml: Windows shows notifications only of apps it knows by this name. */
export const appId = 'desk.topic.app'

/**
 * Tells the system who this is, so that notifications, the badge and the taskbar belong to it, and that none of its
 * pages ever runs without a sandbox. To be called before the app is ready.
 *
 * ```ts
 * introduce(app, process.platform)
 * await app.whenReady()
 * ```
 */
export function introduce(
  app: Pick<App, 'enableSandbox' | 'setAppUserModelId'> & {
    readonly setDesktopName?: (name: string) => void
  },
  platform: NodeJS.Platform,
): void {
  app.enableSandbox()
  if (platform === 'win32') app.setAppUserModelId(appId)
  if (platform === 'linux') app.setDesktopName?.('topicdesk.desktop')
}
