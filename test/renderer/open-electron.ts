import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { electronCommand } from '../runtime/desktop/electron-command.mjs'
import { newProfile } from '../runtime/launch'
import type { Desktop } from '../runtime/session.mjs'
import type { BuiltRenderer } from './build-renderer'
import { furnish, type OpenWindow, show, type WindowOptions } from './open-window'

const require = createRequire(import.meta.url)
const emptyApp = dirname(require.resolve('./empty-app/main.cjs'))

/** Opens the built window in a scene, in this machine's Electron: the Chromium that the app really has. */
export async function openElectron(
  desktop: Desktop,
  built: BuiltRenderer,
  options: WindowOptions,
): Promise<OpenWindow & { readonly app: ElectronApplication }> {
  const { width = 1440, height = 900, theme = 'light' } = options
  const { executable, args, env } = electronCommand(desktop)
  const app = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    args: [...args, `--user-data-dir=${newProfile(desktop)}`, emptyApp],
    env: onlyStrings({ ...desktop.env, ...env, TZ: 'UTC' }),
    timeout: 30_000,
  })
  const page = await app.firstWindow()
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await page.emulateMedia({
    colorScheme: theme,
    reducedMotion: options.reducedMotion ?? 'reduce',
    forcedColors: options.forcedColors ?? 'none',
  })
  const complaints = await furnish(page, built)
  await show(page, options)
  return { app, page, complaints, close: () => app.close() }
}

const onlyStrings = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
