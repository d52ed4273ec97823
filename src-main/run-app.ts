import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
} from 'electron'
import { FolderRoom } from './adapters/files/folder-room'
import { freeBytes } from './adapters/files/free-bytes'
import { openLog } from './adapters/log/open-log'
import { nativeNotifications } from './adapters/notifications/native-notifications'
import { keyringSecrets } from './adapters/secrets/keyring-secrets'
import type { Disk } from './adapters/store/disk'
import type { Endpoint } from './adapters/telegram/endpoint'
import { MtprotoTelegram } from './adapters/telegram/mtproto-telegram'
import { appPaths } from './app-paths'
import type { Clock } from './core/ports'
import { ApiCredentials } from './desk/api-credentials'
import { lateHandlers } from './desk/late-handlers'
import { openStore } from './open-store'
import { showBadge } from './shell/badge'
import { createBroadcast } from './shell/broadcast'
import { electronDesktop } from './shell/desktop'
import { installGuards } from './shell/guards'
import { introduce } from './shell/introduce'
import { endWell, stayWhenClosed } from './shell/lifecycle'
import { logUnheard } from './shell/log-unheard'
import { menuTemplate } from './shell/menu'
import { declareOwnPages, serveOwnPages } from './shell/own-pages'
import { watchPower } from './shell/power'
import { reviveWindow } from './shell/revive'
import { serve } from './shell/serve'
import { keepSingleInstance } from './shell/single-instance'
import { chooseTheme } from './shell/theme'
import { createTray, type DeskTray } from './shell/tray'
import { hasTrayHost } from './shell/tray-host'
import { trustWindows } from './shell/trust'
import { whyNotStarted } from './shell/why-not-started'
import { bringToFront, createDeskWindow, paintBehind } from './shell/window'
import { windowPlaces } from './shell/window-place'
import { type RunningDesk, startDesk } from './start-desk'

/** How long the desk may take to let go at the end. */
const stopLimitMs = 5_000

/** What differs between the app that people use and the one that tests and demo drive. */
export interface Seams {
  readonly clock: Clock & {
    /** Reads the time now: the computer woke. */
    look(): void
  }
  /** Another Telegram than the real one. */
  readonly endpoint?: Endpoint
  /** Another disk than the real one. */
  readonly disk?: Disk
  readonly environment: Readonly<Record<string, string | undefined>>
}

const later = (delayMs: number, run: () => void) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}
const every = (periodMs: number, run: () => void) => {
  const timer = setInterval(run, periodMs)
  return () => clearInterval(timer)
}

/** The page fails again and again: the person decides, while the desk goes on behind it. */
async function askAfterCrashes(loadAgain: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox({
    ...{ type: 'error', buttons: ['Load again', 'Quit'], defaultId: 0 },
    message: 'The window keeps failing.',
    detail: 'Nothing is lost. Topicdesk goes on receiving, sending and watching the clocks.',
  })
  if (response === 0) loadAgain()
  else app.quit()
}

/** Runs Topicdesk, or says in a box why it cannot and ends. */
export async function runApp(seams: Seams): Promise<void> {
  try {
    await run(seams)
  } catch (error) {
    dialog.showErrorBox('Topicdesk cannot start', whyNotStarted(error))
    app.exit(1)
  }
}

/** A window at once, the desk behind it as soon as its journal is read. */
async function run({ clock, endpoint, disk, environment }: Seams): Promise<void> {
  let window: BrowserWindow | null = null
  const comeForward = () => window && bringToFront(window)
  if (!keepSingleInstance(app, comeForward)) return app.quit()
  introduce(app, process.platform)
  declareOwnPages(protocol)
  const paths = appPaths(app.getPath('userData'))
  const devTools = !app.isPackaged
  const log = openLog(paths.logs)
  logUnheard(process, log)
  const tell = createBroadcast(() => BrowserWindow.getAllWindows().map(({ webContents }) => webContents))
  // Long before Electron is ready: the disk works while it begins.
  const store = openStore({
    directory: paths.journal,
    log,
    tell,
    quit: () => app.quit(),
    ...(disk ? { disk } : {}),
  })
  // Asked now too: to start a program takes a while, and later it would stand in the way of the first page.
  const trayHost = hasTrayHost(process.platform)
  await app.whenReady()

  let tray: DeskTray | null = null
  const desktop = electronDesktop(
    () => window,
    ({ ourTurn, next }) => {
      showBadge(app, window, ourTurn)
      tray?.update({
        ourTurn,
        next,
        doNotDisturb: store.settings().notifications.doNotDisturb,
        now: clock.now(),
      })
    },
  )
  const running: Promise<RunningDesk> = store.journal.then((journal) => {
    const secrets = keyringSecrets(safeStorage, paths.secrets)
    const api = new ApiCredentials(secrets, environment)
    return startDesk({
      ...{ journal, secrets, api, desktop, clock, log, tell, comeForward },
      openTelegram: (accountId) =>
        new MtprotoTelegram({
          ...{ accountId, secrets, clock, log },
          api: () => api.read(),
          ...(endpoint ? { endpoint } : {}),
        }),
      notifications: nativeNotifications(Notification, later),
      outgoing: new FolderRoom(paths.outgoing),
      received: new FolderRoom(paths.received),
      freeBytes: () => freeBytes(paths.journal),
      changedSettings: ({ theme }) => window && paintBehind(window, chooseTheme(nativeTheme, theme)),
    })
  })
  running.catch((error) => log.error('the desk did not start', error))

  // The window first: its page loads in a process of its own while the desk is put together.
  installGuards(app, session.defaultSession, { devTools })
  serveOwnPages(session.defaultSession.protocol, paths.renderer)
  serve(
    ipcMain,
    lateHandlers(
      running.then(({ handlers }) => handlers),
      store.handlers,
    ),
    trustWindows(() => (window ? [window.webContents] : [])),
    log,
  )
  window = createDeskWindow({
    preload: paths.preload,
    theme: chooseTheme(nativeTheme, 'system'),
    places: windowPlaces(paths.window),
    icon: paths.icon,
    devTools,
  })
  const go = (place: 'desk' | 'settings' | 'palette') => tell('go', { place })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, go, devTools })))
  const notice = (tone: 'warn' | 'bad', title: string, body: string) =>
    tell('notice', { key: 'window', tone, title, body, ticketId: null })
  reviveWindow(window.webContents, {
    now: () => clock.now(),
    log,
    revived: () => notice('warn', 'The window had to be loaded again.', 'Nothing was lost.'),
    gaveUp: () => void askAfterCrashes(() => window?.webContents.reload()),
  })
  const lifecycle = endWell(app, {
    stop: () => store.ifOpen(() => running.then((desk) => desk.stop())),
    limitMs: stopLimitMs,
    log,
    after: later,
  })
  stayWhenClosed(window, () => (tray !== null || process.platform === 'darwin') && !lifecycle.isQuitting)
  app.on('window-all-closed', () => app.quit())

  const desk = await running
  watchPower({
    ...{ powerMonitor, net, every },
    wake: () => {
      desk.wake()
      clock.look()
    },
  })
  if (!(await trayHost)) return
  tray = createTray(paths.tray, {
    open: () => comeForward(),
    openTicket: desk.openTicket,
    setDoNotDisturb: desk.setDoNotDisturb,
    quit: () => app.quit(),
  })
  desk.showDuty()
}
