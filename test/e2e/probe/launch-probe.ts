import { _electron } from '@playwright/test'
import { electronCommand } from '../../runtime/desktop/electron-command.mjs'
import { giveToUser } from '../../runtime/desktop/user.mjs'
import { type LaunchedDesk, newProfile } from '../../runtime/launch'
import type { Desktop } from '../../runtime/session.mjs'
import { buildProbe } from './build-probe.mjs'

/** Starts the shell alone, as `launchDesk` starts the whole app. */
export const launchProbe = async (desktop: Desktop, profile = newProfile(desktop)): Promise<LaunchedDesk> => {
  const { executable, args: needed, hasSandbox, env } = electronCommand(desktop)
  if (!desktop.isOwn) giveToUser(profile)
  const app = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    args: [...needed, `--user-data-dir=${profile}`, await folder()],
    env: { ...(desktop.env as Record<string, string>), ...(env as Record<string, string>) },
    timeout: 30_000,
  })
  let written = ''
  const note = (chunk: Buffer) => {
    written += chunk.toString()
  }
  app.process().stdout?.on('data', note)
  app.process().stderr?.on('data', note)
  const window = await app.firstWindow({ timeout: 30_000 })
  await window.waitForLoadState('load')
  return { app, window, profile, hasSandbox, output: () => written }
}

let built: Promise<string> | undefined

/** Built once for all tests of a worker. */
const folder = () => {
  built ??= buildProbe()
  return built
}
