import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../renderer/open-window'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()
let page: Page

beforeEach(() => {
  page = desk.page
})

describe('Enter right after the last letter', () => {
  it('opens what those letters find, not what was listed before them', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('/')
    await page.keyboard.type('kpt417')
    await seen(page.getByRole('listbox', { name: 'Tickets found' }).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('tyr263')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('region', { name: 'Winter tyres for the cargo model' })).toBeVisible()
  })

  it('does the same in the palette', async () => {
    await show(page, { scene: 'busy' })
    await seen(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search commands' }).fill('kpt417')
    await seen(page.getByRole('dialog').getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('tyr263')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('region', { name: 'Winter tyres for the cargo model' })).toBeVisible()
  })

  it('takes no other private chat onto the desk', async () => {
    await show(page, { scene: 'ways' })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search commands' }).fill('ticket from a chat')
    await page.keyboard.press('Enter')
    const chats = page.getByRole('listbox', { name: 'Private chats' }).getByRole('option')
    await seen(chats.nth(1)).toBeVisible()
    await page.keyboard.type('jon')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('form', { name: 'Composer' })).toBeVisible()
    expect(await desk.calls('accounts.openChat')).toEqual([{ accountId: '9001', personId: '70022' }])
  })
})

describe('what could not be read', () => {
  const no = { code: 'internal', message: 'The disk did not answer.' } as const

  it('of the queue is read again by a button', async () => {
    await show(page, { scene: 'busy', change: { refuse: { 'queue.page': no } } })
    const said = page.getByRole('region', { name: 'Queue' }).getByRole('alert')
    await seen(said).toContainText('The disk did not answer.')
    await page.evaluate(() => window.script.refuse('queue.page', null))
    await said.getByRole('button', { name: 'Try again' }).click()
    await seen(desk.row('DSA312')).toBeVisible()
    await seen(said).toHaveCount(0)
  })

  it('of a search is asked for again by a button', async () => {
    await show(page, { scene: 'busy', change: { refuse: { 'queue.search': no } } })
    await page.keyboard.press('/')
    await page.keyboard.type('kpt')
    await seen(page.getByText('The search did not work')).toBeVisible()
    await page.evaluate(() => window.script.refuse('queue.search', null))
    await page.getByRole('button', { name: 'Try again' }).click()
    await seen(page.getByRole('listbox', { name: 'Tickets found' }).getByRole('option')).toHaveCount(1)
    await seen(page.getByRole('region', { name: 'Queue' }).getByRole('status')).toHaveText('1 ticket found')
  })
})

describe('what was found', () => {
  it('is walked by arrows and letters in the place of the queue, and left with the focus in it', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('/')
    await page.keyboard.type('e')
    const list = page.getByRole('listbox', { name: 'Tickets found' })
    await seen(list.getByRole('option').nth(1)).toBeVisible()
    const codes = (await list.getByRole('option').all()).map((row) => row.getAttribute('data-ticket'))
    const [first, second] = await Promise.all(codes)
    const chosen = () => list.locator('[aria-selected=true]').getAttribute('data-ticket')
    await page.keyboard.press('ArrowDown')
    expect(await chosen()).toBe(first)
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await seen.poll(chosen).toBe(second)
    await page.keyboard.press('k')
    await seen.poll(chosen).toBe(first)
    await page.getByRole('button', { name: 'Close search' }).click()
    await seen(page.getByRole('listbox', { name: 'Queue' })).toBeFocused()
  })
})
