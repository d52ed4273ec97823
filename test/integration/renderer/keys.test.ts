import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../renderer/open-window'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()
let page: Page

beforeEach(async () => {
  page = desk.page
  await show(page, { scene: 'busy' })
})

describe('a key', () => {
  it('that belongs to another field or a dialog sends no reply', async () => {
    await desk.open('DSA312')
    await desk.reply.fill('Not yet')
    const notes = page.getByRole('textbox', { name: 'Notes on the customer' })
    await notes.fill('Writes at night.')
    await notes.press('Control+Enter')
    await seen.poll(() => desk.calls('contacts.change')).toHaveLength(1)
    await page.getByRole('button', { name: 'Resolve', exact: true }).focus()
    await page.keyboard.press('h')
    await page.getByRole('textbox', { name: 'Reason' }).press('Control+Enter')
    await page.keyboard.press('Escape')
    await seen(desk.reply).toHaveValue('Not yet')
    expect(await desk.calls('conversation.reply')).toEqual([])
  })

  it('touches nothing behind an open dialog, whatever it is held with', async () => {
    await desk.open('DSA312')
    await page.getByRole('button', { name: 'Resolve', exact: true }).focus()
    await page.keyboard.press('h')
    const reason = page.getByRole('textbox', { name: 'Reason' })
    await reason.fill('Waits for the bank')
    await reason.press('F6')
    await seen(reason).toBeFocused()
    await reason.press('Alt+ArrowDown')
    await seen(page.getByRole('dialog', { name: 'Put DSA312 on hold' })).toBeVisible()
    await seen(reason).toHaveValue('Waits for the bank')
    await reason.press('Control+Shift+L')
    await seen(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+ArrowDown')
    await seen(page.getByRole('region', { name: 'Charged twice for March' })).toHaveCount(0)
  })

  it('changes no field while its list is closed, and jumps in it while it is open', async () => {
    await desk.open('DSA312')
    const priority = page.getByRole('combobox', { name: 'Priority' })
    await priority.focus()
    await page.keyboard.press('c')
    await page.keyboard.press('l')
    await seen(priority).toContainText('High')
    await page.keyboard.press('Enter')
    const low = page.getByRole('option', { name: 'Low', exact: true })
    await seen(page.getByRole('option', { name: 'High', exact: true })).toBeFocused()
    await page.keyboard.press('l')
    await seen(low).toBeFocused()
    await page.keyboard.press('Enter')
    await seen(priority).toContainText('Low')
    expect(await desk.calls('tickets.setPriority')).toHaveLength(1)
  })

  it('that undoes takes back words where they are written, and nothing else', async () => {
    await desk.open('RMB208')
    await page.keyboard.press('i')
    await seen(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    await desk.reply.pressSequentially('Hello')
    await desk.reply.press('Control+z')
    await seen(desk.reply).not.toHaveValue('Hello')
    expect(await desk.calls('tickets.release')).toEqual([])
  })
})
