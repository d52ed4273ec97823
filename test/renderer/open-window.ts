import { extname } from 'node:path'
import type { Page } from '@playwright/test'
import { contentPolicy } from '../../src-main/shell/content-policy'
import type { BuiltRenderer } from './build-renderer'
import { now } from './data/now'
import type { Scene, SceneName } from './scene'

/** Where the page seems to come from; nothing leaves this machine. */
export const origin = 'https://topicdesk.test'
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

export interface WindowOptions {
  readonly scene: SceneName
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** Parts of the scene to replace; must survive JSON. */
  readonly change?: Partial<Scene>
  readonly forcedColors?: 'active' | 'none'
  readonly reducedMotion?: 'reduce' | 'no-preference'
}

export interface OpenWindow {
  readonly page: Page
  /** What the console and the content policy complained about. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

/** Gives a page the built files and the scripted desk. Answers what the page will complain about. */
export async function furnish(page: Page, built: BuiltRenderer): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript({ content: built.install })
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html'
    const file = built.files.get(path)
    if (file === undefined) return route.fulfill({ status: 404 })
    const body = typeof file === 'string' ? file : Buffer.from(file)
    return route.fulfill({
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': contentPolicy,
      },
      body,
    })
  })
  return complaints
}

/** Plays a scene from its start in a furnished page, at the scenes' own time. */
export async function show(
  page: Page,
  { scene, theme = 'light', change = {} }: Pick<WindowOptions, 'scene' | 'theme' | 'change'>,
): Promise<void> {
  await page.clock.setFixedTime(now)
  const asked = new URLSearchParams({ scene, theme, change: JSON.stringify(change) })
  await page.goto(`${origin}/?${asked}`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
