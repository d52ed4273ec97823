import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { miraWrites } from '../../renderer/mira-writes'
import { show } from '../../renderer/open-window'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()
let page: Page

beforeEach(() => {
  page = desk.page
})

describe('the composer', () => {
  it('sends marks as entities, holds the reply, and takes it back with its marks', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await page.keyboard.press('r')
    await desk.reply.pressSequentially('All done')
    await desk.reply.press('Shift+Control+ArrowLeft')
    await desk.reply.press('Control+b')
    await seen(desk.reply).toHaveValue('All **done**')
    await desk.reply.press('Control+Enter')
    await seen(desk.reply).toHaveValue('')
    expect(await desk.calls('conversation.reply')).toMatchObject([
      {
        text: 'All done',
        entities: [{ kind: 'bold', offset: 4, length: 4 }],
        after: 'nothing',
        force: false,
      },
    ])
    await page
      .getByRole('article', { name: 'Reply from Anna, queued' })
      .last()
      .getByRole('button', { name: 'Undo' })
      .click()
    await seen(desk.reply).toHaveValue('All **done**')
    await seen(desk.reply).toBeFocused()
  })

  it('opens no list of ways to send while there is nothing to send', async () => {
    await show(page, { scene: 'busy' })
    await desk.resize(820, 700)
    await desk.open('DSA312')
    const more = page.getByRole('button', { name: 'More ways to send' })
    await seen(more).toBeDisabled()
    await more.click({ force: true })
    await more.press('Enter')
    await more.press('ArrowUp')
    await page.waitForTimeout(200)
    await seen(page.getByRole('menu')).toHaveCount(0)
    await desk.reply.fill('Hello')
    await more.press('Enter')
    await seen(page.getByRole('menuitem', { name: 'Send and wait' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  it('shows whole who the reply goes out as, where there is room for it', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    const account = page.getByRole('form', { name: 'Composer' }).getByText('@fernline_help_bot')
    await seen(account).toBeVisible()
    expect(
      await account.evaluate(
        ({ parentElement: room }) => (room?.scrollWidth ?? 0) - (room?.clientWidth ?? 0),
      ),
    ).toBe(0)
  })

  it('asks to read first what the customer wrote meanwhile, and sends on the second press', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await desk.reply.fill('The hold is being released.')
    await miraWrites(page, 'It is the card that ends in 4471.')
    const guard = page.getByRole('alert').filter({ hasText: 'Mira wrote while you were typing.' })
    await seen(guard).toBeVisible()
    await desk.reply.press('Control+Enter')
    await seen(guard).toHaveCount(0)
    expect(await desk.calls('conversation.reply')).toEqual([])
    await seen(page.getByText('It is the card that ends in 4471.').last()).toBeInViewport()
    await desk.reply.press('Control+Enter')
    await seen
      .poll(() => desk.calls('conversation.reply'))
      .toMatchObject([{ seenPosition: 9000, force: false }])
  })

  it('keeps reply and note apart, each with its own draft', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await desk.reply.fill('For Mira')
    await desk.reply.press('Control+Shift+N')
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await seen(note).toBeFocused()
    await seen(page.getByRole('form', { name: 'Composer' })).toContainText('Only your team sees this')
    await seen(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0)
    await note.fill('For Ravi')
    await page.getByRole('button', { name: 'Add note' }).click()
    await seen(page.getByRole('article', { name: 'Internal note from Anna' })).toContainText('For Ravi')
    expect(await desk.calls('conversation.reply')).toEqual([])
    await page.getByRole('tab', { name: 'Reply' }).click()
    await seen(desk.reply).toHaveValue('For Mira')
  })

  it('keeps a draft over a visit to another ticket, and saves it on leaving', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await desk.reply.fill('Half a thought')
    await desk.open('KPT417')
    await seen(desk.reply).toHaveValue('')
    expect(await desk.calls('conversation.saveDraft')).toContainEqual({
      ticketId: 't-DSA312',
      mode: 'reply',
      text: 'Half a thought',
      replyTo: null,
    })
    await desk.open('DSA312')
    await seen(desk.reply).toHaveValue('Half a thought')
  })

  it('writes nothing over a draft that could not be read, and reads it again', async () => {
    await show(page, { scene: 'busy' })
    await page.evaluate(async () => {
      await window.desk.conversation.saveDraft({
        ticketId: 't-DSA312',
        mode: 'reply',
        text: 'A long thought.',
        replyTo: null,
      })
      window.script.refuse('conversation.drafts', { code: 'internal', message: 'The disk did not answer.' })
    })
    await desk.open('DSA312')
    const said = page.getByRole('form', { name: 'Composer' }).getByRole('alert')
    await seen(said).toContainText('The disk did not answer.')
    await desk.reply.fill('And more.')
    await desk.reply.blur()
    expect(await desk.calls('conversation.saveDraft')).toHaveLength(1)
    await page.evaluate(() => window.script.refuse('conversation.drafts', null))
    await said.getByRole('button', { name: 'Try again' }).click()
    await seen(desk.reply).toHaveValue('A long thought.\n\nAnd more.')
    await seen(desk.reply).toBeFocused()
    await seen(said).toHaveCount(0)
    expect((await desk.calls('conversation.saveDraft')).at(-1)).toMatchObject({
      text: 'A long thought.\n\nAnd more.',
    })
  })

  it('is as high as its words when another width breaks them anew', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await desk.reply.fill('All that is owed was released to the card this morning. '.repeat(8))
    const height = () => desk.reply.evaluate((field) => field.getBoundingClientRect().height)
    const before = await height()
    await desk.resize(960, 900)
    await seen.poll(height).toBeGreaterThan(before + 15)
    await desk.resize(1440, 900)
    await seen.poll(height).toBe(before)
  })

  it('keeps files with their ticket, and takes them back with the reply', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await page.getByRole('button', { name: 'Attach file' }).click()
    const files = page.getByRole('list', { name: 'Files to send' })
    await seen(files).toContainText('receipt.pdf')
    await desk.open('KPT417')
    await seen(files).toHaveCount(0)
    await desk.open('DSA312')
    await seen(files).toContainText('receipt.pdf')
    await desk.reply.fill('Here it is.')
    await desk.reply.press('Control+Enter')
    await seen(files).toHaveCount(0)
    await page.getByRole('log').getByRole('button', { name: 'Undo' }).click()
    await seen(files).toContainText('receipt.pdf')
    await page.getByRole('button', { name: 'Remove receipt.pdf' }).click()
    const [last] = (await desk.calls('conversation.saveDraft')).slice(-1)
    expect(last).toMatchObject({ text: 'Here it is.', attachments: [] })
  })
  it('says why words that are too many do not go out', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await desk.reply.fill('x'.repeat(4100))
    await desk.reply.press('Control+Enter')
    await seen(page.getByRole('form', { name: 'Composer' }).getByRole('alert')).toHaveText(
      /Cut 4, or send it as two/,
    )
    expect(await desk.calls('conversation.reply')).toEqual([])
  })
  it('keeps the words when main refuses the reply, and says why', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await page.evaluate(() =>
      window.script.refuse('conversation.reply', {
        code: 'storage-full',
        message: 'The disk is full. Nothing was sent and nothing was lost.',
      }),
    )
    await desk.reply.fill('Keep me')
    await desk.reply.press('Control+Enter')
    await seen(page.getByRole('alert').filter({ hasText: 'The disk is full.' })).toBeVisible()
    await seen(desk.reply).toHaveValue('Keep me')
  })

  it('says who holds the ticket, and lets it be taken over', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('QLN530')
    await seen(page.getByRole('form', { name: 'Composer' })).toContainText('Ravi has this ticket.')
    await page.getByRole('button', { name: 'Take over' }).click()
    await seen(desk.reply).toBeVisible()
  })

  it('sends nothing of what was written before somebody else took the ticket', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    await desk.reply.fill('Mine')
    await page.evaluate(async () => {
      const answer = await window.desk.tickets.get({ ticketId: 't-DSA312' })
      if (!answer.ok) throw new Error(answer.failure.message)
      const assignee = { id: 'ravi', name: 'Ravi', username: null, isMe: false }
      window.script.emit('ticket-changed', { revision: 900, ticket: { ...answer.value, assignee } })
    })
    await seen(page.getByRole('form', { name: 'Composer' })).toContainText('Ravi has this ticket.')
    await miraWrites(page, 'Hello?')
    await seen(page.getByText('Hello?').last()).toBeVisible()
    await seen(page.getByRole('form', { name: 'Composer' }).getByRole('alert')).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('tab', { name: 'Internal note' }).click()
    await seen(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused()
    expect(await desk.calls('conversation.reply')).toEqual([])
  })

  it('gives way in a closed ticket', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search tickets' }).fill('OLD101')
    await desk.open('OLD101')
    await seen(page.getByText('Closed on 1 March. Nothing can be added.')).toBeVisible()
    await seen(page.getByRole('button', { name: 'Reopen', exact: true })).toHaveCount(1)
    await seen(desk.reply).toHaveCount(0)
  })
})
