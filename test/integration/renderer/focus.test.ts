import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { miraWrites } from '../../renderer/mira-writes'
import { show } from '../../renderer/open-window'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()
let page: Page

beforeEach(async () => {
  page = desk.page
  await show(page, { scene: 'busy' })
})

describe('the focus', () => {
  it('stays in the queue where a click put it, though Enter once led into a conversation', async () => {
    await desk.open('DSA312')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('log')).toBeFocused()
    await desk.row('KPT417').click()
    await seen(page.getByRole('region', { name: 'App shows my bike offline after update' })).toBeVisible()
    await seen(page.getByRole('listbox', { name: 'Queue' })).toBeFocused()
  })

  it('goes along with the conversation from ticket to ticket', async () => {
    await desk.row('DSA312').click()
    await page.keyboard.press('Enter')
    await seen(page.getByRole('log')).toBeFocused()
    await page.keyboard.press('k')
    await seen(page.getByRole('region', { name: 'App shows my bike offline after update' })).toBeVisible()
    await seen(page.getByRole('log')).toBeFocused()
  })

  it('goes along with the composer, so that what is typed is no key of the window', async () => {
    await desk.row('KPT417').click()
    await desk.open('DSA312')
    await desk.reply.click()
    await page.keyboard.press('Alt+ArrowUp')
    await seen(page.getByRole('region', { name: 'App shows my bike offline after update' })).toBeVisible()
    await page.keyboard.type('each')
    await seen(desk.reply).toHaveValue('each')
    expect(await desk.calls('tickets.setStatus')).toEqual([])
  })

  it('walks on from a message after its menu was closed', async () => {
    await desk.open('DSA312')
    const log = page.getByRole('log')
    await log.focus()
    await page.keyboard.press('ArrowUp')
    await seen(log.locator('article:focus')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await seen(page.getByRole('menuitem', { name: 'Copy text' })).toBeVisible()
    await page.keyboard.press('Escape')
    await seen(page.getByRole('menu')).toHaveCount(0)
    await seen(log.locator('article:focus')).toHaveCount(1)
    const focused = async () =>
      Number(await log.locator('[data-index]:focus-within').getAttribute('data-index'))
    const before = await focused()
    await page.keyboard.press('ArrowUp')
    await seen.poll(focused).toBeLessThan(before)
  })
})

describe('what came while the settings were open', () => {
  it('is seen as soon as the conversation is back', async () => {
    await desk.open('DSA312')
    await page.keyboard.press('Control+,')
    await seen(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await miraWrites(page, 'Are you there?')
    await page.waitForTimeout(200)
    const isSeen = async () => JSON.stringify(await desk.calls('conversation.seen')).includes('9000')
    expect(await isSeen()).toBe(false)
    await page.keyboard.press('Escape')
    await seen.poll(isSeen).toBe(true)
  })
})
