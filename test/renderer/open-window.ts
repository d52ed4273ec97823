import { extname } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { BuiltRenderer } from './build-renderer'
import { now } from './data/now'
import type { Scene, SceneName } from './scene'

const origin = 'https://topicdesk.test'
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
  readonly context: BrowserContext
  /** What the console and the content policy complained about. */
  readonly complaints: string[]
}

/** Opens the built window in a scene, at the scenes' own time, without a server. */
export async function openWindow(
  browser: Browser,
  built: BuiltRenderer,
  options: WindowOptions,
): Promise<OpenWindow> {
  const { scene, theme = 'light', width = 1440, height = 900, change } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    timezoneId: 'UTC',
    locale: 'en-GB',
    reducedMotion: options.reducedMotion ?? 'reduce',
    forcedColors: options.forcedColors ?? 'none',
  })
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.clock.setFixedTime(now)
  await page.addInitScript({
    content: `window.topicdeskScene = ${JSON.stringify({ name: scene, theme, change })};\n${built.install}`,
  })
  await context.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html'
    const file = built.files.get(path)
    if (file === undefined) return route.fulfill({ status: 404 })
    const body = typeof file === 'string' ? file : Buffer.from(file)
    return route.fulfill({ contentType: types[extname(path)] ?? 'application/octet-stream', body })
  })
  await page.goto(`${origin}/`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, context, complaints }
}
