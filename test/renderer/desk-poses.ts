import type { Page } from '@playwright/test'
import { miraWrites } from './mira-writes'
import type { WindowOptions } from './open-window'

/** States of queue, conversation, composer and sheet worth a picture, and how to get there from a busy morning. */
export interface Pose extends Omit<WindowOptions, 'scene' | 'theme'> {
  readonly name: string
  readonly pose: (page: Page) => Promise<unknown>
}

const open = (page: Page, code: string) => page.getByRole('option', { name: new RegExp(`^${code} `) }).click()
const withTicket = (after: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await open(page, 'DSA312')
  await after(page)
}
const keys = (...all: readonly string[]) =>
  withTicket(async (page) => {
    for (const key of all) await page.keyboard.press(key)
  })

export const deskPoses: readonly Pose[] = [
  {
    name: 'desk-note',
    pose: withTicket(async (page) => {
      await page.keyboard.press('n')
      await page.keyboard.type('@Ravi is the hold released on your side? She has asked twice.')
    }),
  },
  {
    name: 'desk-guard',
    pose: withTicket(async (page) => {
      await page.keyboard.press('r')
      await page.keyboard.type('The hold on the second payment is being released now.')
      await miraWrites(page, 'One more thing: it is the card that ends in 4471.')
    }),
  },
  {
    name: 'desk-held',
    pose: withTicket(async (page) => {
      await page.keyboard.press('r')
      await page.keyboard.type('**Done**, see [our page](https://fernline.example).')
      await page.keyboard.press('Control+Enter')
    }),
  },
  {
    name: 'desk-long',
    pose: withTicket(async (page) => {
      await page.getByRole('button', { name: 'Attach file' }).click()
      await page.getByRole('textbox', { name: 'Reply' }).fill('word '.repeat(800))
    }),
  },
  {
    name: 'desk-versions',
    pose: withTicket((page) => page.getByRole('button', { name: 'Edited after your reply' }).click()),
  },
  { name: 'desk-explain', pose: keys('t') },
  { name: 'desk-status', pose: keys('s') },
  {
    name: 'desk-more',
    pose: withTicket((page) => page.getByRole('button', { name: 'More actions' }).click()),
  },
  { name: 'desk-hold', pose: keys('h') },
  { name: 'desk-lock', pose: (page) => open(page, 'QLN530') },
  { name: 'desk-comments', pose: withTicket((page) => page.getByRole('tab', { name: /^Comments/ }).click()) },
  { name: 'desk-history', pose: withTicket((page) => page.getByRole('tab', { name: 'History' }).click()) },
  {
    name: 'desk-sheet-over',
    width: 1100,
    height: 700,
    pose: withTicket((page) => page.getByRole('button', { name: 'Show ticket details' }).click()),
  },
  {
    name: 'desk-search',
    pose: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('re')
      await page.getByRole('listbox', { name: 'Tickets found' }).waitFor()
    },
  },
  {
    name: 'desk-no-match',
    pose: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('nothing like it')
      await page.getByText('No ticket matches').waitFor()
    },
  },
  {
    name: 'desk-compact',
    pose: withTicket((page) => page.evaluate(() => window.desk.settings.change({ density: 'compact' }))),
  },
  {
    name: 'desk-changed',
    pose: withTicket(async (page) => {
      await page.evaluate(() => window.desk.tickets.setStatus({ ticketId: 't-KPT417', to: 'resolved' }))
      await page.getByRole('button', { name: /changed, show/ }).waitFor()
    }),
  },
]
