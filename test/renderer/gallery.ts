import { mkdir } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openDesktop } from '../runtime/session.mjs'
import { buildRenderer } from './build-renderer'
import { deskPoses } from './desk-poses'
import { openElectron } from './open-electron'
import { show, type WindowOptions } from './open-window'
import { wayPoses } from './way-poses'

/**
 * Takes pictures of every screen and state into out/gallery: `npx tsx test/renderer/gallery.ts [words]`.
 * Only pictures whose name holds one of the words are taken; all without words.
 */
interface Picture extends WindowOptions {
  readonly name: string
  readonly pose?: (page: Page) => Promise<unknown>
}

const open = (code: string) => (page: Page) =>
  page.getByRole('option', { name: new RegExp(`^${code}`) }).click()
const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
const widths = [960, 1100, 1440, 1920, 2560] as const
const heights: Readonly<Record<number, number>> = { 960: 600, 1100: 700, 1440: 900, 1920: 1080, 2560: 1440 }

const both = (name: string, picture: Omit<Picture, 'name' | 'theme'>): readonly Picture[] => [
  { ...picture, name: `${name}-light`, theme: 'light' },
  { ...picture, name: `${name}-dark`, theme: 'dark' },
]

const pictures: readonly Picture[] = [
  ...widths.flatMap((width) =>
    both(`desk-${width}`, { scene: 'busy', width, height: heights[width] ?? 900, pose: open('DSA312') }),
  ),
  ...both('desk-kinds', { scene: 'busy', pose: open('KPT417') }),
  ...both('desk-hostile', { scene: 'busy', pose: open('XSS666') }),
  ...both('desk-compact', { scene: 'compact', pose: open('DSA312') }),
  // Chosen by key: where the page is enlarged, this driver does not know where to click.
  ...[960, 1440].flatMap((width) =>
    both(`desk-large-${width}`, {
      scene: 'large',
      width,
      height: heights[width] ?? 900,
      pose: async (page) => {
        await page.getByRole('listbox', { name: 'Queue' }).focus()
        await page.keyboard.press('j')
        await page.keyboard.press('j')
        await page.getByRole('region', { name: 'Charged twice for March' }).waitFor()
      },
    }),
  ),
  ...both('desk-none', { scene: 'busy' }),
  ...both('desk-closed', {
    scene: 'busy',
    change: {},
    pose: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search commands' }).fill('OLD101')
      await page.getByRole('option', { name: /OLD101/ }).click()
    },
  }),
  ...deskPoses.flatMap(({ name, ...picture }) => both(name, { scene: 'busy', ...picture })),
  ...wayPoses.flatMap(({ name, ...picture }) => both(name, picture)),
  ...both('loading', { scene: 'loading', pose: (page) => page.waitForTimeout(400) }),
  ...both('repair', { scene: 'repair' }),
  ...both('newer', { scene: 'newer' }),
  ...both('api', { scene: 'api' }),
  ...both('bot', { scene: 'bot' }),
  ...both('bot-no-keyring', { scene: 'bot-no-keyring' }),
  ...both('phone', { scene: 'bot', pose: (page) => page.getByRole('tab', { name: 'Phone' }).click() }),
  ...both('qr', { scene: 'qr' }),
  ...both('code-wrong', {
    scene: 'code',
    pose: (page) => page.getByRole('textbox', { name: 'Code' }).fill('41820'),
  }),
  ...both('code-wait', {
    scene: 'code-wait',
    pose: (page) => page.getByRole('textbox', { name: 'Code' }).fill('41820'),
  }),
  ...both('password', {
    scene: 'password',
    pose: (page) => page.getByRole('textbox', { name: 'Password' }).fill('not-a-password'),
  }),
  ...both('groups', { scene: 'groups', pose: (page) => page.getByText('1,204 members').waitFor() }),
  ...both('groups-none', { scene: 'groups-none' }),
  ...both('first-run', { scene: 'first-run' }),
  ...(
    ['offline', 'offline-bot', 'connecting', 'catching-up', 'pause', 'signed-out', 'disk-full'] as const
  ).flatMap((scene) => both(scene, { scene, width: 1240, height: 600, pose: open('DSA312') })),
  ...both('settings', { scene: 'busy', pose: key('Control+,') }),
  ...both('settings-wrong', {
    scene: 'no-notifications',
    pose: async (page) => {
      await page.keyboard.press('Control+,')
      await page.getByRole('textbox', { name: 'Next reply, High' }).fill('soon')
      await page.keyboard.press('Enter')
    },
  }),
  ...both('settings-search', {
    scene: 'busy',
    width: 960,
    height: 600,
    pose: async (page) => {
      await page.keyboard.press('Control+,')
      await page.getByRole('searchbox', { name: 'Search settings' }).fill('dark')
    },
  }),
  ...both('palette', {
    scene: 'busy',
    pose: async (page) => {
      await open('DSA312')(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search commands' }).fill('re')
      await page.getByText('RCL938').last().waitFor()
    },
  }),
  ...both('keys', { scene: 'busy', pose: key('?') }),
  ...both('toasts', {
    scene: 'busy',
    pose: async (page) => {
      await open('DSA312')(page)
      await page.evaluate(() => {
        const { emit } = window.script
        emit('notice', {
          key: 'a',
          tone: 'info',
          title: 'Mira wrote, DSA312',
          body: 'Next reply due 10:11',
          ticketId: 't-DSA312',
        })
        emit('notice', {
          key: 'b',
          tone: 'warn',
          title: 'DSA312 is due in 6 min: next reply',
          body: 'Mira, High, with you',
          ticketId: 't-DSA312',
        })
        emit('notice', {
          key: 'c',
          tone: 'bad',
          title: 'KPT417 is overdue: next reply',
          body: 'Lena has waited 48 min. Critical, with Anna',
          ticketId: 't-KPT417',
        })
      })
    },
  }),
  { name: 'desk-forced-colours', scene: 'busy', forcedColors: 'active', pose: open('DSA312') },
]

const words = process.argv.slice(2)
const wanted = pictures.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const built = await buildRenderer()
const desktop = await openDesktop({ keyring: false, notifications: false })
await mkdir('out/gallery', { recursive: true })
let failed = 0
try {
  const { page, app, complaints, close } = await openElectron(desktop, built, { scene: 'busy' })
  page.setDefaultTimeout(4000)
  for (const { name, pose, width = 1440, height = 900, ...options } of wanted) {
    const heard = complaints.length
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
    await page.emulateMedia({
      colorScheme: options.theme ?? 'light',
      forcedColors: options.forcedColors ?? 'none',
    })
    await page.evaluate(() => localStorage.clear())
    await show(page, options)
    try {
      await pose?.(page)
      await page.waitForTimeout(250)
    } catch (thrown) {
      failed += 1
      console.log(`${name}: ${String(thrown).split('\n')[0]}`)
    }
    await page.screenshot({ path: `out/gallery/${name}.png` })
    for (const complaint of complaints.slice(heard)) console.log(`${name}: ${complaint}`)
  }
  await close()
} finally {
  await desktop.close()
}
console.log(`${wanted.length} pictures in out/gallery, ${failed} poses failed`)
