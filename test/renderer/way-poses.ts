import type { Page } from '@playwright/test'
import { tally } from './data/evidence'
import { hour, now } from './data/now'
import type { WindowOptions } from './open-window'

/** States of accounts, intake, evidence and doctor worth a picture, and how to get there. */
export interface WayPose extends Omit<WindowOptions, 'theme'> {
  readonly name: string
  readonly pose: (page: Page) => Promise<unknown>
}

/** Opens a part of the settings by its link. */
export const openPart = (title: string) => async (page: Page) => {
  await page.keyboard.press('Control+,')
  await page
    .getByRole('navigation', { name: 'Parts of the settings' })
    .getByRole('link', { name: title })
    .click()
}

/** Says that both accounts were away for seven hours and are level again. */
export async function wake(page: Page, accounts: 1 | 2 = 2): Promise<void> {
  const away = { awayFrom: now - 7 * hour, backAt: now }
  const wakes = [
    {
      ...{ ...away, accountId: '9000', name: '@fernline_help_bot' },
      tally: tally({ received: 14, recovered: 12, gapsFound: 1, gapsClosed: 1, created: 2, sent: 3 }),
    },
    { ...{ ...away, accountId: '9001', name: '@anna_fernline' }, tally: tally({}) },
  ]
  await page.evaluate(
    (told) => {
      for (const one of told) window.script.emit('woke', one)
    },
    wakes.slice(0, accounts),
  )
}

const open = (code: string) => async (page: Page) => {
  await page.getByRole('option', { name: new RegExp(`^${code} `) }).click()
  await page.getByRole('region', { name: 'Customer' }).waitFor()
}
const scene = 'ways'
const intake = openPart('Intake')

export const wayPoses: readonly WayPose[] = [
  { name: 'accounts', scene, height: 1300, pose: openPart('Accounts') },
  { name: 'accounts-narrow', scene, width: 960, height: 600, pose: openPart('Accounts') },
  {
    name: 'accounts-sign-out',
    scene,
    pose: async (page) => {
      await openPart('Accounts')(page)
      await page.getByRole('button', { name: 'Sign out Fernline Help' }).click()
    },
  },
  {
    name: 'accounts-follow',
    scene,
    pose: async (page) => {
      await openPart('Accounts')(page)
      await page.getByRole('button', { name: 'Follow a group' }).first().click()
      await page.getByText('1,204 members').waitFor()
    },
  },
  {
    name: 'accounts-add',
    scene: 'adding',
    pose: (page) => page.getByRole('heading', { name: 'Add an account' }).waitFor(),
  },
  {
    name: 'accounts-chat',
    scene,
    pose: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Search commands' }).fill('ticket from')
      await page.getByRole('option', { name: 'Create a ticket from a chat' }).click()
      await page.getByRole('option', { name: /Jonas/ }).waitFor()
    },
  },
  { name: 'tiers', scene, pose: openPart('Customers') },
  { name: 'intake', scene, pose: intake },
  { name: 'intake-wide', scene, width: 1920, height: 1080, pose: intake },
  { name: 'intake-narrow', scene, width: 960, height: 600, pose: intake },
  {
    name: 'intake-question',
    scene,
    height: 1000,
    pose: async (page) => {
      await intake(page)
      await page.getByRole('button', { name: /How urgent is it/ }).click()
      const preview = page.getByRole('complementary', { name: 'Preview of the chat' })
      await preview.getByRole('button', { name: 'An order' }).click()
      await preview.getByRole('textbox', { name: 'Answer as a customer' }).fill('ten')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'intake-over',
    scene,
    pose: async (page) => {
      await intake(page)
      const preview = page.getByRole('complementary', { name: 'Preview of the chat' })
      for (const name of ['A payment', 'I cannot ride', 'Share my number'])
        await preview.getByRole('button', { name }).click()
    },
  },
  {
    name: 'intake-wrong',
    scene,
    pose: async (page) => {
      await intake(page)
      await page.getByRole('button', { name: /What is the number/ }).click()
      await page.getByRole('textbox', { name: 'Question' }).fill('')
      await page.getByRole('textbox', { name: 'Called on the ticket' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'intake-words',
    scene,
    pose: async (page) => {
      await intake(page)
      await page.getByRole('textbox', { name: 'Acknowledgement in Finnish' }).scrollIntoViewIfNeeded()
    },
  },
  { name: 'intake-empty', scene: 'busy', pose: intake },
  { name: 'evidence', scene, height: 1200, pose: openPart('Evidence') },
  { name: 'evidence-sound', scene: 'busy', pose: openPart('Evidence') },
  { name: 'evidence-none', scene: 'no-evidence', width: 960, height: 600, pose: openPart('Evidence') },
  {
    name: 'evidence-running',
    scene,
    width: 1100,
    height: 900,
    pose: async (page) => {
      await openPart('Evidence')(page)
      await page.getByRole('button', { name: 'Compare' }).click()
      await page.getByText(/412 messages compared/).waitFor()
    },
  },
  {
    name: 'wake-card',
    scene,
    pose: async (page) => {
      await open('BOT101')(page)
      await wake(page)
    },
  },
  { name: 'wake-card-one', scene: 'busy', width: 960, height: 600, pose: (page) => wake(page, 1) },
  { name: 'doctor', scene, pose: openPart('Doctor') },
  { name: 'doctor-sound', scene: 'busy', pose: openPart('Doctor') },
  { name: 'doctor-looking', scene: 'no-evidence', width: 960, height: 600, pose: openPart('Doctor') },
  { name: 'way-bot', scene, pose: open('BOT101') },
  { name: 'way-blocked', scene, pose: open('BLK202') },
  {
    name: 'way-places',
    scene,
    height: 1000,
    pose: async (page) => {
      await open('PLC606')(page)
      await page.getByText('Kiasma').scrollIntoViewIfNeeded()
    },
  },
  ...[960, 1280, 1920].map((width) => ({
    ...({ name: `way-long-${width}`, scene, width, height: width === 960 ? 600 : 800 } as const),
    pose: (page: Page) => page.getByRole('option', { name: /^RTL707 / }).click(),
  })),
  { name: 'evidence-narrow', scene, width: 960, height: 1200, pose: openPart('Evidence') },
  { name: 'evidence-wide', scene, width: 1920, height: 1080, pose: openPart('Evidence') },
  { name: 'doctor-narrow', scene, width: 960, height: 900, pose: openPart('Doctor') },
  { name: 'way-other', scene, height: 1000, pose: open('PLC606') },
  { name: 'way-private', scene, pose: open('PRV303') },
  { name: 'way-topic-deleted', scene, pose: open('DEL404') },
  { name: 'way-gone', scene, pose: open('GON505') },
  {
    name: 'way-uncertain',
    scene,
    pose: open('KPT417'),
  },
  {
    name: 'first-group-bot',
    scene: 'groups',
    pose: (page) => page.getByText('1,204 members').waitFor(),
  },
]
