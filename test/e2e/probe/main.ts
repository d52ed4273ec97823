import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  Notification,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron'
import { nativeNotifications } from '../../../src-main/adapters/notifications/native-notifications'
import { keyringSecrets } from '../../../src-main/adapters/secrets/keyring-secrets'
import { Refusal } from '../../../src-main/core/refusal'
import { createBroadcast } from '../../../src-main/shell/broadcast'
import { installGuards } from '../../../src-main/shell/guards'
import { introduce } from '../../../src-main/shell/introduce'
import { endWell, stayWhenClosed } from '../../../src-main/shell/lifecycle'
import { menuTemplate } from '../../../src-main/shell/menu'
import { openLink } from '../../../src-main/shell/open-link'
import { declareOwnPages, serveOwnPages } from '../../../src-main/shell/own-pages'
import { watchPower } from '../../../src-main/shell/power'
import { reviveWindow } from '../../../src-main/shell/revive'
import { serve } from '../../../src-main/shell/serve'
import { keepSingleInstance } from '../../../src-main/shell/single-instance'
import { createTray } from '../../../src-main/shell/tray'
import { hasTrayHost } from '../../../src-main/shell/tray-host'
import { trustWindows } from '../../../src-main/shell/trust'
import { bringToFront, createDeskWindow } from '../../../src-main/shell/window'
import { windowPlaces } from '../../../src-main/shell/window-place'
import { commands } from '../../../src-preload/contract/commands'
import type { Handlers } from '../../../src-preload/contract/desk'

/** The shell alone, with a desk that refuses everything: for trials, and for guards that need no desk. */
introduce(app, process.platform)
declareOwnPages(protocol)

const say = (what: string, facts: unknown = {}) => console.log(JSON.stringify({ what, facts }))
const log = {
  info: say,
  warn: say,
  error: (what: string, error?: unknown) => say(what, error instanceof Error ? error.stack : String(error)),
}

const refuse = () => {
  throw new Refusal('not-found', 'The probe has no desk.')
}
const nothing = Object.fromEntries(
  Object.entries(commands).map(([group, members]) => [
    group,
    Object.fromEntries(Object.keys(members).map((name) => [name, refuse])),
  ]),
) as unknown as Handlers

const icon = (name: string) => join(__dirname, '../../../resources', name)
const icons = { calm: icon('tray.png'), attention: icon('tray-attention.png') }

const after = (delayMs: number, run: () => void) => {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}
const every = (periodMs: number, run: () => void) => {
  const timer = setInterval(run, periodMs)
  return () => clearInterval(timer)
}

async function start(): Promise<void> {
  await app.whenReady()
  installGuards(app, session.defaultSession, { devTools: false })
  serveOwnPages(session.defaultSession.protocol, join(__dirname, '../renderer'))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({ platform: process.platform, go: (place) => tell('go', { place }), devTools: false }),
    ),
  )
  const profile = app.getPath('userData')
  const window = createDeskWindow({
    preload: join(__dirname, '../preload/index.cjs'),
    theme: 'light',
    places: windowPlaces(join(profile, 'window.json')),
    devTools: false,
  })
  const tell = createBroadcast(() => BrowserWindow.getAllWindows().map((one) => one.webContents))
  const hasTray = await hasTrayHost(process.platform)
  const told: unknown[] = []
  const tray = createTray(icons, {
    open: () => told.push('open'),
    openTicket: (ticketId) => told.push(ticketId),
    setDoNotDisturb: (on) => told.push(on),
    quit: () => app.quit(),
  })
  const lifecycle = endWell(app, {
    stop: async () => say('stopped'),
    limitMs: 5000,
    log,
    after,
  })
  stayWhenClosed(window, () => hasTray && !lifecycle.isQuitting)
  comeForward = () => bringToFront(window)
  reviveWindow(window.webContents, {
    now: () => Date.now(),
    log,
    revived: () => say('revived'),
    gaveUp: () => app.quit(),
  })
  watchPower({ powerMonitor, net, every, wake: () => say('woken') })
  const secrets = keyringSecrets(safeStorage, join(profile, 'secrets'))
  const notifications = nativeNotifications(Notification, after)
  const heard: unknown[] = []
  notifications.listen({
    opened: (ticketId) => heard.push(['opened', ticketId]),
    claimed: (ticketId) => heard.push(['claimed', ticketId]),
    failed: (announcement, why) => heard.push(['failed', announcement.key, why]),
    stateChanged: (state) => heard.push(['state', state]),
  })
  const handlers: Handlers = {
    ...nothing,
    desk: { ...nothing.desk, openLink: ({ url }) => openLink(shell, url) },
  }
  serve(
    ipcMain,
    handlers,
    trustWindows(() => [window.webContents]),
    log,
  )
  Object.assign(globalThis, {
    probe: { secrets, heard, notifications, tray, told },
  })
  say('up', { hasTray, keyring: secrets.keyring, notifications: notifications.state.kind })
}

let comeForward = () => {}
if (keepSingleInstance(app, () => comeForward())) void start()
else app.quit()
