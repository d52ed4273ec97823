import type { MenuItemConstructorOptions } from 'electron'
import type { Events } from '../../src-preload/contract/events'

/** What the menu needs to know. */
export interface MenuOptions {
  readonly platform: NodeJS.Platform
  readonly go: (place: Events['go']['place']) => void
  /** Adds reload and the developer tools; never in a package. */
  readonly devTools: boolean
}

/**
 * The application menu. Its keys are those of interface.md section 10 that a text field has no use for; the page
 * sees every key first and may keep it. Editing is left to the platform's own items.
 *
 * ```ts
 * Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, go, devTools })))
 * ```
 */
export function menuTemplate({ platform, go, devTools }: MenuOptions): MenuItemConstructorOptions[] {
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    accelerator: 'CmdOrCtrl+,',
    click: () => go('settings'),
  }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { label: 'Desk', click: () => go('desk') },
      { label: 'Commands…', accelerator: 'CmdOrCtrl+K', click: () => go('palette') },
      line,
      { role: 'togglefullscreen' },
      ...(devTools ? [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
  if (platform !== 'darwin')
    return [{ label: 'Topicdesk', submenu: [settings, line, { role: 'quit' }] }, { role: 'editMenu' }, view]
  return [
    {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        line,
        settings,
        line,
        { role: 'services' },
        line,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        line,
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    view,
    { role: 'windowMenu' },
  ]
}
