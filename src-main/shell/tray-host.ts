import { execFile } from 'node:child_process'

const watcher = 'org.kde.StatusNotifierWatcher'
const bus = 'org.freedesktop.DBus'

/** Programs that can ask the session bus who is on it; a desktop has one of them or another. */
const questions: readonly (readonly [string, readonly string[]])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      bus,
      '--object-path',
      '/org/freedesktop/DBus',
      '--method',
      `${bus}.NameHasOwner`,
      watcher,
    ],
  ],
  ['busctl', ['--user', 'call', bus, '/org/freedesktop/DBus', bus, 'NameHasOwner', 's', watcher]],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      `--dest=${bus}`,
      '/org/freedesktop/DBus',
      `${bus}.NameHasOwner`,
      `string:${watcher}`,
    ],
  ],
]

/** Runs a program and answers what it wrote; rejects if it is not there or fails. */
export type Run = (program: string, args: readonly string[]) => Promise<string>

/**
 * Whether a tray icon would be seen. Everywhere but on Linux it is; there the desktop may have no place for it, and
 * Electron does not tell. Unknown counts as no: a window hidden behind an icon that nobody sees would be lost.
 */
export async function hasTrayHost(platform: NodeJS.Platform, run: Run = runProgram): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const [program, args] of questions) {
    const said = await run(program, args).catch(() => null)
    if (said !== null) return said.includes('true')
  }
  return false
}

const runProgram: Run = (program, args) =>
  new Promise((resolve, reject) => {
    execFile(program, [...args], { timeout: 2000 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
  })
