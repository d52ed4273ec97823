import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isOnBus, writeBusConfig } from './desktop/bus.mjs'
import { children, until } from './desktop/children.mjs'
import { writeDunstFiles } from './desktop/dunst.mjs'
import { notificationsOf } from './desktop/notifications.mjs'
import { giveToUser } from './desktop/user.mjs'
import { isRunning } from './ready/lock.mjs'
import { NotReady } from './ready/not-ready.mjs'

/**
 * @typedef {object} DesktopOptions
 * @property {boolean} [own] the screen, service and keyring of the person at this machine; default: only where Linux is
 *   not. Of root on Linux only the screen: what is shown there runs as an ordinary user
 * @property {boolean} [keyring] an unlocked keyring for safeStorage; default true
 * @property {boolean} [notifications] a notification service; default true
 * @property {string} [size] of the screen, default 2560x1600
 */

/**
 * @typedef {object} Desktop
 * @property {boolean} isOwn whether it is the person's own
 * @property {NodeJS.ProcessEnv} env for what is to run on it
 * @property {import('./desktop/notifications.mjs').Notifications | undefined} notifications
 * @property {string} folder temporary, owned by the desktop's user, gone after close
 * @property {() => Promise<void>} close
 */

/**
 * Starts a private desktop on Linux: an own display, session bus, home folder, notification service and keyring, all
 * as an ordinary user. Elsewhere, or if asked, it is the desktop that is there, with a temporary folder. Electron does
 * not work as root: before root's own screen all else is private too.
 *
 * @param {DesktopOptions} [options]
 * @returns {Promise<Desktop>}
 */
export const openDesktop = async ({
  own = process.platform !== 'linux',
  keyring = true,
  notifications = true,
  size = '2560x1600',
} = {}) => {
  const folder = newFolder()
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  process.once('exit', remove)
  const onScreenOfRoot = own && process.platform === 'linux' && process.getuid?.() === 0
  if (own && !onScreenOfRoot) {
    const close = async () => {
      process.removeListener('exit', remove)
      remove()
    }
    return { isOwn: true, env: { ...process.env }, notifications: undefined, folder, close }
  }

  const env = homeIn(folder)
  const cookie = onScreenOfRoot ? copyAuthority(folder) : writeAuthority(folder)
  const bus = writeBusConfig(folder)
  const dunst = writeDunstFiles(folder)
  giveToUser(folder)
  if (process.getuid?.() === 0) {
    // Root's own Electron (npm start) drops root's powers in its graphics process, which still has to find the cookie.
    chmodSync(folder, 0o711)
    chmodSync(cookie, 0o644)
  }

  const programs = children(env)
  const close = async () => {
    await programs.end()
    process.removeListener('exit', remove)
    remove()
  }
  try {
    const screen = ['-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-auth', cookie, '-displayfd', '3']
    const display = onScreenOfRoot ? null : programs.start('Xvfb', screen, { fourth: true })
    programs.start('dbus-daemon', [`--config-file=${bus.config}`, '--nofork'])
    env.XAUTHORITY = cookie
    env.DBUS_SESSION_BUS_ADDRESS = bus.address
    if (display) env.DISPLAY = `:${await firstLine(display.stdio[3])}`
    await until('the session bus', () => isOnBus(env, 'org.freedesktop.DBus'))
    if (notifications) programs.start('dunst', ['-config', dunst.config])
    if (keyring)
      programs.start('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
        input: 'desk',
      })
    if (notifications)
      await until('the notification service', () => isOnBus(env, 'org.freedesktop.Notifications')).catch(
        (problem) => {
          throw onScreenOfRoot ? closedScreen(env.DISPLAY) : problem
        },
      )
    if (keyring) await until('the keyring', () => isOnBus(env, 'org.freedesktop.secrets'))
    return {
      isOwn: false,
      env,
      notifications: notifications ? notificationsOf(env, dunst) : undefined,
      folder,
      close,
    }
  } catch (problem) {
    await close()
    throw problem
  }
}

/**
 * Runs a command on a private desktop and resolves with its exit code; the desktop goes when the command does, and
 * both go when this process is interrupted.
 *
 * @param {string[]} argv
 * @param {DesktopOptions & { env?: NodeJS.ProcessEnv }} [options]
 */
export const withDesktop = async ([program = '', ...args], { env = {}, ...options } = {}) => {
  const desktop = await openDesktop(options)
  const child = spawn(program, args, { stdio: 'inherit', env: { ...desktop.env, ...env } })
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass)
    await desktop.close()
  }
}

/** A temporary folder named by this process; those of processes that were killed are swept up. */
const newFolder = () => {
  const pattern = /^topicdesk-(\d+)-/
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = pattern.exec(name) ?? []
    if (pid && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
  return mkdtempSync(join(tmpdir(), `topicdesk-${process.pid}-`))
}

/**
 * An environment that knows nothing of the person at this machine.
 *
 * @param {string} folder
 * @returns {NodeJS.ProcessEnv}
 */
const homeIn = (folder) => {
  const home = join(folder, 'home')
  const runtime = join(folder, 'run')
  for (const path of [home, runtime]) mkdirSync(path, { mode: 0o700 })
  const { WAYLAND_DISPLAY, SESSION_MANAGER, DBUS_SYSTEM_BUS_ADDRESS, ...rest } = process.env
  return {
    ...rest,
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_SESSION_TYPE: 'x11',
    // Chromium picks the keyring by the name of the desktop.
    XDG_CURRENT_DESKTOP: 'GNOME',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TOPICDESK_DESKTOP: folder,
  }
}

/**
 * A file of the X authority format whose one entry fits any display: the number is known only after the start.
 *
 * @param {string} folder
 */
const writeAuthority = (folder) => {
  const file = join(folder, 'authority')
  /** @param {Buffer} bytes */
  const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  const anyFamily = Buffer.from([0xff, 0xff])
  const nothing = counted(Buffer.alloc(0))
  const entry = [
    anyFamily,
    nothing,
    nothing,
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(randomBytes(16)),
  ]
  writeFileSync(file, Buffer.concat(entry), { mode: 0o600 })
  return file
}

/**
 * The key to root's screen, for the ordinary user. Without one, the screen may still let everybody in.
 *
 * @param {string} folder
 */
const copyAuthority = (folder) => {
  const { DISPLAY, XAUTHORITY, HOME = '/root' } = process.env
  if (!DISPLAY) throw closedScreen('of this session')
  const from = XAUTHORITY || join(HOME, '.Xauthority')
  const file = join(folder, 'authority')
  writeFileSync(file, existsSync(from) ? readFileSync(from) : '', { mode: 0o600 })
  return file
}

/** @param {string | undefined} display */
const closedScreen = (display) =>
  new NotReady(
    `Electron shows root no window, and the screen ${display} lets no other user in. Start this as the person who sits before it, or let the user in as whom it runs instead:`,
    'xhost +si:localuser:nobody',
  )

/**
 * @param {unknown} stream
 * @returns {Promise<string>}
 */
const firstLine = (stream) =>
  new Promise((resolve, reject) => {
    const readable = /** @type {import('node:stream').Readable} */ (stream)
    let text = ''
    readable.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    readable.once('close', () => reject(new Error('The private display ended before it was up.')))
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const options = process.argv.slice(2)
  const argv = options.splice(options.indexOf('--') + 1)
  const wanted = {
    keyring: !options.includes('--no-keyring'),
    notifications: !options.includes('--no-notifications'),
  }
  process.exit(await withDesktop(argv, wanted))
}
