import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../renderer/open-window'
import { openPart } from '../../renderer/way-poses'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()
let page: Page

beforeEach(() => {
  page = desk.page
})

const isRenamed = (ticketId: string, title: string) =>
  page.evaluate(
    async ({ ticketId, title }) => {
      const answer = await window.desk.tickets.get({ ticketId })
      if (!answer.ok) throw new Error(answer.failure.message)
      window.script.emit('ticket-changed', { revision: 900, ticket: { ...answer.value, title } })
    },
    { ticketId, title },
  )

describe('what is written in a field', () => {
  it('is kept when another ticket is chosen by key', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await page.getByRole('textbox', { name: 'Notes on the customer' }).fill('Writes at night.')
    await page.keyboard.press('Alt+ArrowDown')
    await seen
      .poll(() => desk.calls('contacts.change'))
      .toEqual([expect.objectContaining({ notes: 'Writes at night.' })])
    await desk.open('DSA312')
    await page.getByRole('textbox', { name: 'Title' }).fill('Charged twice')
    await page.keyboard.press('Alt+ArrowDown')
    await seen
      .poll(() => desk.calls('tickets.setTitle'))
      .toEqual([{ ticketId: 't-DSA312', title: 'Charged twice' }])
    expect(await desk.calls('contacts.change')).toHaveLength(1)
  })

  it('is kept when a notification opens a ticket over the settings', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('Control+,')
    await page.getByRole('textbox', { name: 'Next reply, High' }).fill('90m')
    await page.evaluate(() => window.script.emit('open-ticket', { ticketId: 't-DSA312' }))
    await seen(page.getByRole('form', { name: 'Composer' })).toBeVisible()
    expect(await desk.calls('settings.change')).toHaveLength(1)
  })

  it('does not undo what the ticket was called meanwhile, if nothing was written', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await page.getByRole('heading', { name: 'Charged twice for March' }).dblclick()
    const inBar = page.locator('.bar').getByRole('textbox', { name: 'Title' })
    await seen(inBar).toBeFocused()
    await isRenamed('t-DSA312', 'Charged twice, and for April too')
    await seen(inBar).toHaveValue('Charged twice, and for April too')
    await inBar.blur()
    await seen(inBar).toHaveCount(0)
    const inSheet = page.getByRole('textbox', { name: 'Title' })
    await inSheet.focus()
    await isRenamed('t-DSA312', 'Charged thrice')
    await inSheet.blur()
    await seen(inSheet).toHaveValue('Charged thrice')
    expect(await desk.calls('tickets.setTitle')).toEqual([])
  })

  it('goes with Escape', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await page.getByRole('heading', { name: 'Charged twice for March' }).dblclick()
    await page.keyboard.type('Something else')
    await page.keyboard.press('Escape')
    await seen(page.getByRole('heading', { name: 'Charged twice for March' })).toBeVisible()
    expect(await desk.calls('tickets.setTitle')).toEqual([])
  })

  it('stays when a tier that was deleted before it comes back', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Customers')(page)
    await page.getByRole('button', { name: 'Delete VIP' }).click()
    await page.getByRole('textbox', { name: 'Tier Premium' }).fill('Fleet')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Undo' }).click()
    await seen
      .poll(async () => (await desk.calls('settings.change')).at(-1))
      .toEqual({ tiers: ['VIP', 'Fleet', 'Standard'] })
  })
})
