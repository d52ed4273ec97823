import { mkdirSync } from 'node:fs'
import { out } from '../../runtime/paths.mjs'
import type { DeskPage } from '../desk-page'

type Theme = 'light' | 'dark'

/** Saves what the agent sees as `out/shots/<name>.png`, and the same in the dark as `<name>-dark.png` if that is asked for. */
export async function picture(
  desk: Pick<DeskPage, 'window'>,
  name: string,
  themes: readonly Theme[] = ['light'],
): Promise<void> {
  const folder = out('shots')
  mkdirSync(folder, { recursive: true })
  const theme = await desk.window.evaluate(() => document.documentElement.dataset.theme)
  for (const shown of themes) {
    await setTheme(desk, shown)
    const file = `${folder}/${name}${shown === 'dark' ? '-dark' : ''}.png`
    await desk.window.screenshot({ path: file, animations: 'disabled' })
  }
  await setTheme(desk, theme === 'dark' ? 'dark' : 'light')
}

async function setTheme({ window }: Pick<DeskPage, 'window'>, theme: Theme): Promise<void> {
  await window.evaluate((shown) => {
    document.documentElement.dataset.theme = shown
  }, theme)
}
