import { Menu, nativeImage, Tray } from 'electron'
import { type TrayActions, type TrayView, trayMenu, trayTooltip } from './tray-menu'

/** Absolute paths. On macOS their names end in `Template`, so that they follow the menu bar's colour. */
export interface TrayIcons {
  readonly calm: string
  /** While it is our turn somewhere. */
  readonly attention: string
}

/** The desk's place among the system's icons. */
export interface DeskTray {
  update(view: TrayView): void
  end(): void
}

/**
 * Puts the desk among the system's icons. Ask {@link hasTrayHost} first.
 *
 * ```ts
 * const tray = (await hasTrayHost(process.platform)) ? createTray(icons, actions) : null
 * tray?.update({ next: page.next, ourTurn: page.counts.ourTurn, doNotDisturb, now: clock.now() })
 * ```
 */
export function createTray(icons: TrayIcons, actions: TrayActions): DeskTray {
  const tray = new Tray(nativeImage.createFromPath(icons.calm))
  let shown = ''
  tray.on('click', actions.open)
  return {
    update(view) {
      const menu = trayMenu(view, actions)
      const tooltip = trayTooltip(view)
      // Setting a menu closes it on Linux if it is open: only what changed is set.
      const told = JSON.stringify([tooltip, menu])
      if (told === shown) return
      shown = told
      tray.setToolTip(tooltip)
      tray.setImage(nativeImage.createFromPath(view.ourTurn > 0 ? icons.attention : icons.calm))
      tray.setContextMenu(Menu.buildFromTemplate(menu))
    },
    end() {
      tray.destroy()
    },
  }
}
