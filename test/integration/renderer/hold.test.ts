import { expect as seen } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { show } from '../../renderer/open-window'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()

describe('putting a ticket on hold', () => {
  it('is asked for alike by the status of the bar, the field of the sheet, and H, also while it is held', async () => {
    const { page } = desk
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    const dialog = page.getByRole('dialog', { name: 'Put DSA312 on hold' })
    await page.getByRole('button', { name: /^Status:/ }).click()
    await page.getByRole('menuitemradio', { name: 'On hold until…' }).click()
    await seen(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await seen(dialog).toHaveCount(0)
    await page.getByRole('combobox', { name: 'Status' }).click()
    await page.getByRole('option', { name: 'On hold until…' }).click()
    await seen(dialog).toBeVisible()
    await page.getByRole('textbox', { name: 'Reason' }).fill('Waits for the bank')
    await page.getByRole('button', { name: 'Put on hold' }).click()
    await seen(dialog).toHaveCount(0)
    await seen(page.getByRole('button', { name: 'Status: On hold' })).toBeVisible()
    await page.keyboard.press('h')
    await seen(dialog).toBeVisible()
    expect(await desk.calls('tickets.setStatus')).toHaveLength(1)
  })
})
