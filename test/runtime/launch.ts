import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, errors, type Page } from '@playwright/test'
import { electronCommand } from './desktop/electron-command.mjs'
import { giveToUser } from './desktop/user.mjs'
import { out } from './paths.mjs'
import type { Desktop } from './session.mjs'

/** What the desk is started with. */
export interface LaunchOptions {
  /** Where it runs: see `openDesktop`. Several desks may share one. */
  readonly desktop: Desktop
  /** Its user data folder; reuse the one of an earlier launch to restart with what that left. Default: a new one. */
  readonly profile?: string
  /** The address of the local data centre, or whatever else `desk-under-test.ts` reads as JSON. */
  readonly dc?: unknown
  /** Added to the environment. */
  readonly env?: NodeJS.ProcessEnv
  /** Added to the command line. */
  readonly args?: readonly string[]
}

/** A desk that runs. */
export interface LaunchedDesk {
  readonly app: ElectronApplication
  /** The first window, loaded. */
  readonly window: Page
  readonly profile: string
  /** Whether Chromium's sandbox is on; some machines allow none. */
  readonly hasSandbox: boolean
  /** What the process wrote to its two outputs since the launch. */
  readonly output: () => string
}

/** How long one start may take, and how often it is tried. */
const patienceMs = 20_000
const tries = 3

/**
 * Starts the app that `npm run build -- --test` left in out/, in a real Electron, as an ordinary user. On a busy
 * machine about one start in fifty of Electron 22 never answers the debugger through which tests drive it; such
 * a start is ended and made again.
 *
 * @throws when no start succeeds; the message carries what the process wrote.
 */
export const launchDesk = async (options: LaunchOptions): Promise<LaunchedDesk> => {
  for (let left = tries; ; left--) {
    try {
      return await launchOnce(options)
    } catch (problem) {
      if (left <= 1 || !(problem instanceof errors.TimeoutError)) throw problem
    }
  }
}

const launchOnce = async (options: LaunchOptions): Promise<LaunchedDesk> => {
  const { desktop, profile = newProfile(desktop), dc, env = {}, args = [] } = options
  const { executable, args: needed, hasSandbox, env: own } = electronCommand(desktop)
  // A test may have written into the profile as another user since the last launch.
  if (!desktop.isOwn) giveToUser(profile)
  const app = await _electron.launch({
    executablePath: executable,
    // Whether there is one is for the arguments below to say, not for the driver.
    chromiumSandbox: true,
    args: [...needed, `--user-data-dir=${profile}`, ...args, out('test-main')],
    env: definedOnly({
      ...desktop.env,
      ...own,
      ...(dc === undefined ? {} : { TOPICDESK_TEST_DC: JSON.stringify(dc) }),
      ...env,
    }),
    timeout: patienceMs,
  })
  let written = ''
  const note = (chunk: Buffer) => {
    written += chunk.toString()
  }
  app.process().stdout?.on('data', note)
  app.process().stderr?.on('data', note)
  try {
    const window = await app.firstWindow({ timeout: 30_000 })
    await window.waitForLoadState('domcontentloaded')
    return { app, window, profile, hasSandbox, output: () => written }
  } catch (problem) {
    app.process().kill('SIGKILL')
    throw new Error(`The desk showed no window. It wrote:\n${written}`, { cause: problem })
  }
}

/** A fresh user data folder that the desk may write to; it goes with the desktop. */
export const newProfile = (desktop: Desktop): string => {
  const profiles = join(desktop.folder, 'profiles')
  mkdirSync(profiles, { recursive: true })
  if (!desktop.isOwn) giveToUser(profiles)
  return mkdtempSync(join(profiles, 'profile-'))
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
