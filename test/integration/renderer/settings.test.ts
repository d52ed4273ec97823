import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { minute } from '../../renderer/data/now'
import { show } from '../../renderer/open-window'
import { WindowUnderTest } from './window-under-test'

/** The settings in the real runtime, with a scripted desk behind the window. */
const opened = new WindowUnderTest()
let page: Page

beforeEach(() => {
  page = opened.page
})

const calls = (channel: string) => opened.calls(channel)

describe('the settings', () => {
  it('save a promise as it is written, and say what is allowed otherwise', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('Control+,')
    const field = page.getByRole('textbox', { name: 'Next reply, High' })
    await field.fill('soon')
    await field.press('Enter')
    await seen(page.getByRole('alert')).toHaveText('Write a time such as 30m, 2h or 2d.')
    expect(await calls('settings.change')).toEqual([])
    await field.fill('90m')
    await field.press('Enter')
    await seen(field).toHaveValue('1h 30m')
    expect(await calls('settings.change')).toEqual([
      {
        promises: {
          high: { firstReplyMs: 30 * minute, nextReplyMs: 90 * minute, resolutionMs: 480 * minute },
        },
      },
    ])
  })

  it('take a change back when the desk refuses it, and say why', async () => {
    await show(page, {
      scene: 'busy',
      change: {
        refuse: {
          'settings.change': { code: 'storage-full', message: 'The disk is full. Nothing was changed.' },
        },
      },
    })
    await page.keyboard.press('Control+,')
    const toggle = page.getByRole('switch', { name: 'Do not disturb' })
    await toggle.click()
    await seen(page.getByRole('region', { name: 'Notices' })).toContainText('The disk is full.')
    await seen(toggle).toHaveAttribute('aria-checked', 'false')
  })

  it('switch between light and dark, at once', async () => {
    await show(page, { scene: 'busy' })
    await seen(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.keyboard.press('Control+Shift+L')
    await seen(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  it('change a key, name what has it already, and give it back', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('Control+,')
    await page.getByRole('searchbox', { name: 'Search settings' }).fill('resolve')
    const change = page.getByRole('button', { name: 'Change the key for Resolve' })
    await change.click()
    await page.keyboard.press('j')
    await seen(page.getByRole('alert')).toHaveText('J is taken: Next row.')
    await page.keyboard.press('q')
    await seen(page.getByRole('alert')).toHaveCount(0)
    expect(await calls('settings.change')).toEqual([{ keys: { 'ticket.resolve': 'Q' } }])
    await page.keyboard.press('Escape')
    await page.getByRole('option', { name: /^RMB208 / }).click()
    await seen(page.getByRole('button', { name: 'Resolve', exact: true })).toHaveAttribute(
      'aria-keyshortcuts',
      'Q',
    )
    await page.keyboard.press('e')
    await page.keyboard.press('q')
    await seen(page.getByRole('button', { name: 'Status: Resolved' })).toBeVisible()
    expect(await calls('tickets.setStatus')).toHaveLength(1)
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Reset all keys' }).click()
    await seen(page.getByRole('button', { name: 'Reset all keys' })).toBeDisabled()
  })
  it('mark in their list the part one has scrolled to', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('Control+,')
    const list = page.getByRole('navigation', { name: 'Parts of the settings' })
    const marked = list.locator('[aria-current]')
    await seen(marked).toHaveText('Accounts')
    await list.getByRole('link', { name: 'Appearance' }).click()
    await seen(marked).toHaveText('Appearance')
    await page.locator('.settings-body').hover()
    await page.mouse.wheel(0, -10_000)
    await seen(marked).toHaveText('Accounts')
    await page.mouse.wheel(0, 100_000)
    await seen(marked).toHaveText('About')
    await list.getByRole('link', { name: 'Diagnostics' }).click()
    await seen(marked).toHaveText('Diagnostics')
  })
  it('ask before signing out, because it cannot be undone', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await calls('session.signOut')).toEqual([])
    await page
      .getByRole('dialog', { name: 'Sign out Fernline Help' })
      .getByRole('button', { name: 'Sign out' })
      .click()
    await seen(page.getByRole('heading', { name: 'Sign in to Telegram' })).toBeVisible()
  })
})
