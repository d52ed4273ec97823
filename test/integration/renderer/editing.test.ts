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
  await desk.open('DSA312')
})

const hello =
  'Hello Mira, I am sorry about that. I see both payments and have asked our payments team to release one.'
const composer = () => page.getByRole('form', { name: 'Composer' })
const sent = (text: string) =>
  page.getByRole('article', { name: /^Reply from Anna/ }).filter({ hasText: text })

async function choose(text: string, item: string) {
  const message = sent(text)
  await message.hover()
  await message.getByRole('button', { name: 'Message actions' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe('a reply that is at the customer', () => {
  it('is edited in the composer, which gives the draft back afterwards', async () => {
    await desk.reply.fill('Half a thought')
    await choose(hello, 'Edit')
    const field = page.getByRole('textbox', { name: 'Edited reply' })
    await seen(field).toBeFocused()
    await seen(field).toHaveValue(hello)
    await seen(composer()).toContainText('Editing')
    await seen(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0)
    await field.fill('Hello **Mira**, both payments are back.')
    await field.press('Control+Enter')
    await seen(desk.reply).toHaveValue('Half a thought')
    await seen(desk.reply).toBeFocused()
    expect(await desk.calls('conversation.edit')).toMatchObject([
      {
        ticketId: 't-DSA312',
        text: 'Hello Mira, both payments are back.',
        entities: [{ kind: 'bold', offset: 6, length: 4 }],
      },
    ])
    await seen(sent('both payments are back')).toHaveAccessibleName(/, edited$/)
    expect(await desk.calls('conversation.reply')).toEqual([])
  })

  it('is left as it was by Escape, and the same words are not saved', async () => {
    await choose(hello, 'Edit')
    const field = page.getByRole('textbox', { name: 'Edited reply' })
    await field.fill('Something else')
    await field.press('Escape')
    await seen(field).toHaveCount(0)
    await seen(desk.reply).toHaveValue('')
    await seen(desk.reply).toBeFocused()
    await choose(hello, 'Edit')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await seen(field).toHaveCount(0)
    expect(await desk.calls('conversation.edit')).toEqual([])
  })

  it('stays in the composer while the agent looks at another ticket, and says why it cannot be saved', async () => {
    await choose(hello, 'Edit')
    const field = page.getByRole('textbox', { name: 'Edited reply' })
    await field.fill('Hello Mira')
    await desk.open('KPT417')
    await seen(field).toHaveCount(0)
    await desk.open('DSA312')
    await seen(field).toHaveValue('Hello Mira')
    await field.fill('')
    await seen(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
    await field.fill('x'.repeat(4100))
    await field.press('Control+Enter')
    await seen(composer().getByRole('alert')).toHaveText(
      'Telegram takes 4,096 characters in one message. Cut 4.',
    )
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await seen(composer().getByRole('alert')).toHaveCount(0)
    await seen(desk.reply).toHaveValue('')
  })

  it('is taken up by Up in an empty field, unless the newest one still waits', async () => {
    await desk.reply.press('ArrowUp')
    await seen(page.getByRole('textbox', { name: 'Edited reply' })).toHaveCount(0)
    await page.evaluate(async () => {
      const answer = await window.desk.conversation.page({ ticketId: 't-DSA312', limit: 50 })
      if (!answer.ok) throw new Error(answer.failure.message)
      const gone = answer.value.items.filter(({ id }) => id === 'm5' || id === 'm6').map(({ id }) => id)
      window.script.emit('timeline-changed', { revision: 900, ticketId: 't-DSA312', items: [], gone })
    })
    await seen(page.getByText('I will write again as soon as')).toHaveCount(0)
    await desk.reply.fill('a')
    await desk.reply.press('ArrowUp')
    await seen(page.getByRole('textbox', { name: 'Edited reply' })).toHaveCount(0)
    await desk.reply.fill('')
    await desk.reply.press('ArrowUp')
    await seen(page.getByRole('textbox', { name: 'Edited reply' })).toHaveValue(hello)
  })

  it('is deleted only after it was asked', async () => {
    await choose(hello, 'Delete for the customer…')
    const dialog = page.getByRole('dialog', { name: 'Delete for the customer' })
    await seen(dialog).toContainText('Hello Mira')
    await seen(dialog).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await seen(dialog).toHaveCount(0)
    await seen(sent(hello).getByRole('button', { name: 'Message actions' })).toBeFocused()
    expect(await desk.calls('conversation.delete')).toEqual([])
    await choose(hello, 'Delete for the customer…')
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
    await seen(dialog).toHaveCount(0)
    await seen(desk.reply).toBeFocused()
    await seen(page.getByText(/^Deleted for the customer at/)).toBeVisible()
    expect(await desk.calls('conversation.delete')).toMatchObject([{ ticketId: 't-DSA312' }])
  })
})

it('takes nobody away who writes elsewhere by the time a reply is deleted', async () => {
  await page.evaluate(() => {
    const { conversation } = window.desk
    const remove = conversation.delete
    const told = new Promise<void>((resolve) => window.addEventListener('let-go', () => resolve()))
    Object.assign(conversation, {
      delete: async (input: Parameters<typeof remove>[0]) => {
        await told
        return remove(input)
      },
    })
  })
  await choose(hello, 'Delete for the customer…')
  const dialog = page.getByRole('dialog', { name: 'Delete for the customer' })
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.keyboard.press('Escape')
  await seen(dialog).toHaveCount(0)
  await page.keyboard.press('/')
  const elsewhere = page.getByRole('searchbox', { name: 'Search tickets' })
  await seen(elsewhere).toBeFocused()
  await page.evaluate(() => window.dispatchEvent(new Event('let-go')))
  await seen(page.getByText(/^Deleted for the customer at/)).toBeVisible()
  await seen(elsewhere).toBeFocused()
})

it('a customer’s message has neither', async () => {
  const message = page.getByRole('article', { name: /^Message from Mira/ }).first()
  await message.hover()
  await message.getByRole('button', { name: 'Message actions' }).click()
  await seen(page.getByRole('menuitem', { name: 'Copy text' })).toBeVisible()
  await seen(page.getByRole('menuitem', { name: 'Edit' })).toHaveCount(0)
  await seen(page.getByRole('menuitem', { name: /^Delete/ })).toHaveCount(0)
})
