import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import { minute, now } from '../../renderer/data/now'
import { show } from '../../renderer/open-window'
import { WindowUnderTest } from './window-under-test'

/** Queue, conversation, composer and sheet in the real runtime, with a scripted desk behind them. */
const opened = new WindowUnderTest()
let page: Page

beforeEach(async () => {
  page = opened.page
  await resize(1440, 900)
})

const resize = (width: number, height: number) => opened.resize(width, height)
const calls = (channel: string) => opened.calls(channel)
const row = (code: string) => page.getByRole('option', { name: new RegExp(`^${code} `) })
const reply = () => page.getByRole('textbox', { name: 'Reply' })
const open = async (code: string) => {
  await row(code).click()
  await seen(page.getByRole('log')).toBeVisible()
}

function written(position: number, text: string): MessageItem {
  return {
    kind: 'message',
    id: `late-${position}`,
    position,
    at: now + position,
    side: 'customer',
    author: { id: '70002', name: 'Mira', isMe: false },
    text,
    entities: [],
    media: [],
    albumId: null,
    replyTo: null,
    versions: [],
    content: null,
    editedAt: null,
    editedAfterReply: false,
    deletedAt: null,
    delivery: { kind: 'received' },
    outboxId: null,
  }
}
const miraWrites = (text: string) =>
  page.evaluate(
    (item) =>
      window.script.emit('timeline-changed', {
        revision: 900,
        ticketId: 't-DSA312',
        items: [item],
        gone: [],
      }),
    written(9000, text),
  )

describe('the queue', () => {
  it('names each row by all that an eye sees', async () => {
    await show(page, { scene: 'busy' })
    await seen(row('DSA312')).toHaveAccessibleName(
      'DSA312 Charged twice for March, Mira, our turn, waits 24 minutes, SLA at risk 6 minutes, High priority, Anna, 1 unread, 1 not sent',
    )
  })

  it('is walked by J and K, and entered by Enter', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('j')
    await seen(row('KPT417')).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('j')
    await seen(row('DSA312')).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('k')
    await seen(page.getByRole('region', { name: 'App shows my bike offline after update' })).toBeVisible()
    const list = page.getByRole('listbox', { name: 'Queue' })
    await list.focus()
    await seen(list).toHaveAttribute('aria-activedescendant', 'queue-row-0')
    await page.keyboard.press('Enter')
    await seen(page.getByRole('log')).toBeFocused()
  })

  it('does not jump under the pointer', async () => {
    await show(page, { scene: 'busy' })
    await row('KPT417').hover()
    await page.evaluate(() => window.desk.tickets.setStatus({ ticketId: 't-KPT417', to: 'resolved' }))
    const pill = page.getByRole('button', { name: '1 changed, show' })
    await seen(pill).toBeVisible()
    await seen(page.getByRole('option').first()).toHaveAccessibleName(/^KPT417/)
    await pill.click()
    await seen(row('KPT417')).toHaveCount(0)
  })

  it('opens what was under the pointer when the button went down, whatever moves before it comes up', async () => {
    await show(page, { scene: 'busy' })
    await row('DSA312').hover()
    await page.mouse.down()
    await page.evaluate(() => window.desk.tickets.setStatus({ ticketId: 't-KPT417', to: 'resolved' }))
    await page.getByRole('button', { name: '1 changed, show' }).press('Enter')
    await seen(row('KPT417')).toHaveCount(0)
    await page.mouse.up()
    await seen(page.getByRole('region', { name: 'Charged twice for March' })).toBeVisible()
  })

  it('has its rows again at once after a view without any', async () => {
    await show(page, { scene: 'busy' })
    const list = page.getByRole('listbox', { name: 'Queue' })
    await seen(row('DSA312')).toBeVisible()
    await page.evaluate(() => document.querySelector('[data-ticket]')?.setAttribute('data-kept', ''))
    await page.keyboard.press('/')
    await seen(list).toHaveCount(0)
    await page.keyboard.press('Escape')
    await seen(list).toBeVisible()
    await seen(list.locator('[data-kept]')).toHaveCount(1)
  })

  it('is searched, and says what to do when nothing matches', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search tickets' }).fill('locker')
    await seen(page.getByRole('listbox', { name: 'Tickets found' }).getByRole('option')).toHaveCount(1)
    await page.getByRole('searchbox', { name: 'Search tickets' }).fill('nothing like it')
    await page.getByRole('button', { name: 'Clear search' }).click()
    await seen(page.getByRole('listbox', { name: 'Queue' })).toBeVisible()
  })
})

describe('the conversation', () => {
  it('opens at its end, and tells main what was seen', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await seen(
      page.getByText('Is there any news? My bank still shows it as pending.').last(),
    ).toBeInViewport()
    await seen.poll(() => calls('conversation.seen')).not.toEqual([])
  })

  it('keeps its place while older messages come, and finds the way back', async () => {
    const talk = Array.from({ length: 400 }, (_, index) => ({
      ...written(index + 1, `Message ${index + 1} ${'word '.repeat((index * 7) % 50)}`),
      at: now - (400 - index) * minute,
    }))
    await show(page, { scene: 'busy', change: { timelines: { 't-DSA312': talk }, newFrom: {} } })
    await open('DSA312')
    await seen(page.getByText('Message 400 ')).toBeInViewport()
    await page.getByRole('log').hover()
    for (let turn = 0; turn < 14; turn += 1) await page.mouse.wheel(0, -500)
    await seen(page.getByRole('button', { name: 'Jump to newest' })).toBeVisible()
    const place = () =>
      page.evaluate(() => {
        const top = document.querySelector('[role=log]')?.getBoundingClientRect().top ?? 0
        const article = [...document.querySelectorAll('[role=log] article')].find(
          (one) => one.getBoundingClientRect().top > top,
        )
        return `${article?.textContent?.slice(0, 12)} ${Math.round(article?.getBoundingClientRect().top ?? 0)}`
      })
    await seen.poll(async () => (await calls('conversation.page')).length).toBeGreaterThan(1)
    await page.waitForTimeout(300)
    const before = await place()
    await page.waitForTimeout(300)
    expect(await place()).toBe(before)
    await page.getByRole('button', { name: 'Jump to newest' }).click()
    await seen(page.getByText('Message 400 ')).toBeInViewport()
  })

  it('shows every kind of message by its name', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    for (const name of [
      'Message from Mira, edited',
      'Message from Mira, deleted',
      'Reply from Anna, not sent',
      'Reply from Anna, queued',
      'Internal note from Ravi',
    ])
      await seen(page.getByRole('article', { name, exact: true })).toHaveCount(1)
    await page.getByRole('button', { name: 'Edited after your reply' }).click()
    await seen(page.getByRole('deletion').first()).toContainText('before Monday')
  })

  it('keeps hostile texts inside their bubbles', async () => {
    await show(page, { scene: 'busy' })
    await resize(960, 600)
    await open('XSS666')
    const overflow = await page.evaluate(
      () =>
        [...document.querySelectorAll('.log, .bar, .queue-rows, .bubble')].filter(
          (part) => part.scrollWidth > part.clientWidth + 1,
        ).length,
    )
    expect(overflow).toBe(0)
    expect(
      await page.evaluate(() => document.querySelectorAll('[role=log] script, [role=log] img[src=x]').length),
    ).toBe(0)
  })

  it('explains the promise', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await page.keyboard.press('t')
    const card = page.getByRole('dialog', { name: 'Why this SLA time' })
    await seen(card.getByRole('heading', { name: /Next reply/ })).toBeVisible()
    await seen(card).toContainText('of 30m')
    await page.keyboard.press('Escape')
    await seen(card).toHaveCount(0)
  })
})

describe('the composer', () => {
  it('sends marks as entities, holds the reply, and takes it back with its marks', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await page.keyboard.press('r')
    await reply().pressSequentially('All done')
    await reply().press('Shift+Control+ArrowLeft')
    await reply().press('Control+b')
    await seen(reply()).toHaveValue('All **done**')
    await reply().press('Control+Enter')
    await seen(reply()).toHaveValue('')
    expect(await calls('conversation.reply')).toMatchObject([
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
    await seen(reply()).toHaveValue('All **done**')
    await seen(reply()).toBeFocused()
  })

  it('asks to read first what the customer wrote meanwhile, and sends on the second press', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await reply().fill('The hold is being released.')
    await miraWrites('It is the card that ends in 4471.')
    const guard = page.getByRole('alert').filter({ hasText: 'Mira wrote while you were typing.' })
    await seen(guard).toBeVisible()
    await reply().press('Control+Enter')
    await seen(guard).toHaveCount(0)
    expect(await calls('conversation.reply')).toEqual([])
    await seen(page.getByText('It is the card that ends in 4471.').last()).toBeInViewport()
    await reply().press('Control+Enter')
    await seen.poll(() => calls('conversation.reply')).toMatchObject([{ seenPosition: 9000, force: false }])
  })

  it('keeps reply and note apart, each with its own draft', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await reply().fill('For Mira')
    await reply().press('Control+Shift+N')
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await seen(note).toBeFocused()
    await seen(page.getByRole('form', { name: 'Composer' })).toContainText('Only your team sees this')
    await seen(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0)
    await note.fill('For Ravi')
    await page.getByRole('button', { name: 'Add note' }).click()
    await seen(page.getByRole('article', { name: 'Internal note from Anna' })).toContainText('For Ravi')
    expect(await calls('conversation.reply')).toEqual([])
    await page.getByRole('tab', { name: 'Reply' }).click()
    await seen(reply()).toHaveValue('For Mira')
  })

  it('keeps a draft over a visit to another ticket, and saves it on leaving', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await reply().fill('Half a thought')
    await open('KPT417')
    await seen(reply()).toHaveValue('')
    expect(await calls('conversation.saveDraft')).toContainEqual({
      ticketId: 't-DSA312',
      mode: 'reply',
      text: 'Half a thought',
      replyTo: null,
    })
    await open('DSA312')
    await seen(reply()).toHaveValue('Half a thought')
  })

  it('keeps files with their ticket, and takes them back with the reply', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await page.getByRole('button', { name: 'Attach file' }).click()
    const files = page.getByRole('list', { name: 'Files to send' })
    await seen(files).toContainText('receipt.pdf')
    await open('KPT417')
    await seen(files).toHaveCount(0)
    await open('DSA312')
    await seen(files).toContainText('receipt.pdf')
    await reply().fill('Here it is.')
    await reply().press('Control+Enter')
    await seen(files).toHaveCount(0)
    await page.getByRole('log').getByRole('button', { name: 'Undo' }).click()
    await seen(files).toContainText('receipt.pdf')
    await page.getByRole('button', { name: 'Remove receipt.pdf' }).click()
    const [last] = (await calls('conversation.saveDraft')).slice(-1)
    expect(last).toMatchObject({ text: 'Here it is.', attachments: [] })
  })
  it('says why words that are too many do not go out', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await reply().fill('x'.repeat(4100))
    await reply().press('Control+Enter')
    await seen(page.getByRole('form', { name: 'Composer' }).getByRole('alert')).toHaveText(
      /Cut 4, or send it as two/,
    )
    expect(await calls('conversation.reply')).toEqual([])
  })
  it('keeps the words when main refuses the reply, and says why', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await page.evaluate(() =>
      window.script.refuse('conversation.reply', {
        code: 'storage-full',
        message: 'The disk is full. Nothing was sent and nothing was lost.',
      }),
    )
    await reply().fill('Keep me')
    await reply().press('Control+Enter')
    await seen(page.getByRole('alert').filter({ hasText: 'The disk is full.' })).toBeVisible()
    await seen(reply()).toHaveValue('Keep me')
  })

  it('says who holds the ticket, and lets it be taken over', async () => {
    await show(page, { scene: 'busy' })
    await open('QLN530')
    await seen(page.getByRole('form', { name: 'Composer' })).toContainText('Ravi has this ticket.')
    await page.getByRole('button', { name: 'Take over' }).click()
    await seen(reply()).toBeVisible()
  })

  it('gives way in a closed ticket', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('/')
    await page.getByRole('searchbox', { name: 'Search tickets' }).fill('OLD101')
    await open('OLD101')
    await seen(page.getByText('Closed on 1 March. Nothing can be added.')).toBeVisible()
    await seen(page.getByRole('button', { name: 'Reopen', exact: true })).toHaveCount(1)
    await seen(reply()).toHaveCount(0)
  })
})

describe('the ticket sheet', () => {
  it('takes a refused change back and says why', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await page.evaluate(() =>
      window.script.refuse('tickets.setPriority', {
        code: 'forbidden',
        message: 'Only an admin can change the priority.',
      }),
    )
    const priority = page.getByRole('combobox', { name: 'Priority' })
    await priority.click()
    await page.getByRole('option', { name: 'Low', exact: true }).click()
    await seen(page.getByRole('region', { name: 'Notices' })).toContainText(
      'Only an admin can change the priority.',
    )
    await seen(priority).toContainText('High')
  })

  it('lies over the conversation in a narrow window, and Escape takes it away', async () => {
    await show(page, { scene: 'busy' })
    await resize(1100, 700)
    await open('DSA312')
    const sheet = page.getByRole('complementary', { name: 'Ticket DSA312' })
    await seen(sheet).toHaveCount(0)
    await page.getByRole('button', { name: 'Show ticket details' }).click()
    await seen(sheet).toBeVisible()
    // A guard at each end of the sheet takes the focus for a moment and hands it to the other end.
    const isInside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab')
      await seen.poll(isInside).toBe(true)
    }
    await page.keyboard.press('Escape')
    await seen(sheet).toHaveCount(0)
  })

  it('is claimed and renamed, and each can be undone', async () => {
    await show(page, { scene: 'busy' })
    await open('RMB208')
    await page.keyboard.press('i')
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await seen(page.getByRole('combobox', { name: 'Assignee' })).toContainText('Nobody')
    const title = page.getByRole('textbox', { name: 'Title' })
    const before = await title.inputValue()
    await title.fill('Another title')
    await title.press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: 'renamed' })
      .getByRole('button', { name: 'Undo' })
      .click()
    await seen(title).toHaveValue(before)
  })
  it('resolves, and Undo goes back to where it was', async () => {
    await show(page, { scene: 'busy' })
    await open('DSA312')
    await page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await seen(page.getByRole('button', { name: 'Status: Resolved' })).toBeVisible()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await seen(page.getByRole('button', { name: 'Status: In progress' })).toBeVisible()
  })
})
