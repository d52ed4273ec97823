import { mkdirSync } from 'node:fs'
import { expect } from '@playwright/test'
import { out } from '../../runtime/paths.mjs'
import type { DeskPage } from '../desk-page'

type Theme = 'light' | 'dark'

/** Saves what the agent sees as `out/shots/<name>.png`, and the same in the dark as `<name>-dark.png` if that is asked for. */
export async function picture(
  desk: DeskPage,
  name: string,
  themes: readonly Theme[] = ['light'],
): Promise<void> {
  const folder = out('shots')
  mkdirSync(folder, { recursive: true })
  // Its words are there before it is on the screen.
  await expect.poll(() => isOnScreen(desk)).toBe(true)
  const theme = await desk.window.evaluate(() => document.documentElement.dataset.theme)
  for (const shown of themes) {
    await setTheme(desk, shown)
    const file = `${folder}/${name}${shown === 'dark' ? '-dark' : ''}.png`
    await desk.window.screenshot({ path: file, animations: 'disabled' })
  }
  await setTheme(desk, theme === 'dark' ? 'dark' : 'light')
}

function isOnScreen({ launched }: DeskPage): Promise<boolean> {
  return launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
}

async function setTheme({ window }: DeskPage, theme: Theme): Promise<void> {
  await window.evaluate((shown) => {
    document.documentElement.dataset.theme = shown
  }, theme)
}
