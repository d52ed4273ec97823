import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import { miraWrites, written } from '../../renderer/mira-writes'
import { show } from '../../renderer/open-window'
import { openPart } from '../../renderer/way-poses'
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

describe('the focus of a control that goes away', () => {
  const settings = async (part: string) => {
    await show(page, { scene: 'ways' })
    await openPart(part)(page)
  }

  it('goes to the part it was in', async () => {
    await settings('Accounts')
    const leave = page.getByRole('button', { name: 'Leave Fernline Help', exact: true }).first()
    await leave.focus()
    await page.keyboard.press('Enter')
    await seen(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    await seen(page.locator('ul:focus')).toHaveAccessibleName(/^Groups of /)
  })

  it('goes back to where it was before, if nothing else is left there', async () => {
    await desk.open('RMB208')
    await desk.reply.focus()
    await page.evaluate(() =>
      window.script.emit('notice', { key: 'a', tone: 'bad', title: 'Not so', body: '', ticketId: null }),
    )
    await page.getByRole('button', { name: 'Dismiss' }).focus()
    await page.keyboard.press('Enter')
    await seen(desk.reply).toBeFocused()
  })

  it('stays with what is only moved', async () => {
    await settings('Intake')
    await page.getByRole('button', { name: /How urgent is it/ }).click()
    const down = page.getByRole('button', { name: 'Move down', exact: true })
    await down.focus()
    await page.keyboard.press('Enter')
    await seen(down).toBeFocused()
    await page.getByRole('button', { name: 'Move up', exact: true }).focus()
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('Enter')
    await seen(page.getByRole('button', { name: 'Move up', exact: true })).toBeDisabled()
    await seen(page.getByRole('button', { name: 'Move up', exact: true })).toBeFocused()
  })

  it('stays in the field of an answer that was given to the preview', async () => {
    await settings('Intake')
    const preview = page.getByRole('complementary', { name: 'Preview of the chat' })
    const field = preview.getByRole('textbox', { name: 'Answer as a customer' })
    await field.fill('a payment')
    await page.keyboard.press('Enter')
    await seen(field).toHaveValue('')
    await seen(field).toBeFocused()
    await preview.getByRole('button', { name: 'I cannot ride' }).focus()
    await page.keyboard.press('Enter')
    await seen(preview.getByRole('log')).toBeFocused()
  })

  it('stays in the text whose hidden words were shown', async () => {
    await desk.open('DSA312')
    const hidden = {
      ...written(9000, 'The code is 4471.'),
      entities: [{ kind: 'spoiler', offset: 12, length: 4 }],
    }
    await page.evaluate(
      (item) =>
        window.script.emit('timeline-changed', {
          revision: 900,
          ticketId: 't-DSA312',
          items: [item as MessageItem],
          gone: [],
        }),
      hidden,
    )
    await page.getByRole('button', { name: 'Hidden words, show' }).press('Enter')
    await seen(page.locator('.log span:focus')).toHaveText('4471')
  })

  it('stays in the name of a tier that was renamed', async () => {
    await settings('Customers')
    await page.getByRole('textbox', { name: 'Tier Premium' }).fill('Fleet')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('textbox', { name: 'Tier Fleet' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Tier Fleet' }).fill('Fleets')
    await page.keyboard.press('Tab')
    await seen(page.getByRole('button', { name: 'Move Fleets up' })).toBeFocused()
    await page.keyboard.press('Enter')
    await seen(page.getByRole('textbox', { name: /^Tier / }).first()).toHaveValue('Fleets')
    await seen(page.getByRole('button', { name: 'Move Fleets up' })).toBeFocused()
  })

  it('goes into a page of the settings, and back to what opened it', async () => {
    await show(page, { scene: 'ways' })
    await page.keyboard.press('Control+,')
    await page.getByRole('button', { name: 'Open Doctor' }).focus()
    await page.keyboard.press('Enter')
    await seen(page.getByRole('heading', { name: 'Doctor', level: 2 })).toBeFocused()
    await page.keyboard.press('Escape')
    await seen(page.getByRole('button', { name: 'Open Doctor' })).toBeFocused()
  })

  it('stays on a button that is busy', async () => {
    await settings('Doctor')
    const test = page.getByRole('button', { name: 'Test all again' })
    await test.focus()
    await page.keyboard.press('Enter')
    await seen(page.locator('button:focus')).toHaveText(/^Test/)
    await page
      .getByRole('button', { name: /^Test again/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await seen(page.locator('body:focus')).toHaveCount(0)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })

  it('goes into the field when a closed ticket is reopened', async () => {
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search tickets' }).fill('OLD101')
    await desk.open('OLD101')
    await page.evaluate(() => window.desk.tickets.assign({ ticketId: 't-OLD101', agentId: null }))
    await page.getByRole('button', { name: 'Reopen', exact: true }).press('Enter')
    await seen(desk.reply).toBeFocused()
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
