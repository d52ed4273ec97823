import { BrowserWindow, clipboard, Menu, screen } from 'electron'
import { commands } from '../../src-preload/contract/commands'
import { offer } from '../../src-preload/contract/offers'
import { contextMenuTemplate } from './context-menu'
import { isOwnPage, ownPage } from './own-page'
import { fitPlace, type WindowPlaces } from './window-place'

/** The colour of `surface-frame` (styles/tokens.css): what is seen before the page has painted. */
const background = { light: '#f3f4f7', dark: '#0b0d11' }

/** What the desk's window needs to know. */
export interface DeskWindowOptions {
  /** Absolute path of the preload bundle. */
  readonly preload: string
  readonly theme: 'light' | 'dark'
  /** Where it was left the last time. */
  readonly places: WindowPlaces
  /** Absolute path of the icon, where the platform does not take it from the package. */
  readonly icon?: string
  /** Never in a package. */
  readonly devTools: boolean
}

/**
 * Opens the desk's window on our own page and shows it when it has something to show. It is sandboxed, isolated
 * and knows nothing but `window.desk`.
 *
 * ```ts
 * const window = createDeskWindow({ preload, theme, places: windowPlaces(file), devTools: !app.isPackaged })
 * ```
 */
export function createDeskWindow({
  preload,
  theme,
  places,
  icon,
  devTools,
}: DeskWindowOptions): BrowserWindow {
  const { bounds, isMaximized } = fitPlace(
    places.read(),
    screen.getAllDisplays().map((display) => display.workArea),
    screen.getPrimaryDisplay().workArea,
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Topicdesk',
    backgroundColor: background[theme],
    autoHideMenuBar: true,
    ...(icon ? { icon } : {}),
    webPreferences: {
      preload,
      additionalArguments: [offer(commands)],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools,
    },
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  // An empty page is the one place that guards.ts is not asked about; it would leave the person with nothing.
  window.webContents.on('did-navigate', (_, address) => {
    if (!isOwnPage(address)) void window.loadURL(ownPage)
  })
  window.webContents.on('context-menu', (_, clicked) => {
    const template = contextMenuTemplate(clicked, (text) => clipboard.writeText(text))
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  const keep = () => {
    if (!window.isMinimized())
      places.write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  window.on('close', keep)
  window.on('hide', keep)
  void window.loadURL(ownPage)
  return window
}

/** Repaints what lies behind the page after the theme changed. */
export function paintBehind(window: BrowserWindow, theme: 'light' | 'dark'): void {
  window.setBackgroundColor(background[theme])
}

/** Puts the window before the person, wherever it was: hidden in the tray, minimised or behind others. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
