import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import type { TimelineItem } from '../../../src-preload/contract/conversation'
import { minute, now } from '../../renderer/data/now'
import { written } from '../../renderer/mira-writes'
import { show } from '../../renderer/open-window'
import { DeskWindow } from './desk-window'

const desk = new DeskWindow()
let page: Page

beforeEach(() => {
  page = desk.page
})

describe('the queue', () => {
  it('names each row by all that an eye sees', async () => {
    await show(page, { scene: 'busy' })
    await seen(desk.row('DSA312')).toHaveAccessibleName(
      'DSA312 Charged twice for March, Mira, our turn, waits 24 minutes, SLA at risk 6 minutes, High priority, Anna, 1 unread, 1 not sent',
    )
  })

  it('is walked by J and K, and entered by Enter', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('j')
    await seen(desk.row('KPT417')).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('j')
    await seen(desk.row('DSA312')).toHaveAttribute('aria-selected', 'true')
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
    await desk.row('KPT417').hover()
    await page.evaluate(() => window.desk.tickets.setStatus({ ticketId: 't-KPT417', to: 'resolved' }))
    const pill = page.getByRole('button', { name: '1 changed, show' })
    await seen(pill).toBeVisible()
    await seen(page.getByRole('option').first()).toHaveAccessibleName(/^KPT417/)
    await pill.click()
    await seen(desk.row('KPT417')).toHaveCount(0)
  })

  it('opens what was under the pointer when the button went down, whatever moves before it comes up', async () => {
    await show(page, { scene: 'busy' })
    await desk.row('DSA312').hover()
    await page.mouse.down()
    await page.evaluate(() => window.desk.tickets.setStatus({ ticketId: 't-KPT417', to: 'resolved' }))
    await page.getByRole('button', { name: '1 changed, show' }).press('Enter')
    await seen(desk.row('KPT417')).toHaveCount(0)
    await page.mouse.up()
    await seen(page.getByRole('region', { name: 'Charged twice for March' })).toBeVisible()
  })

  it('forgets a press that ended elsewhere, so that a click without one opens its own row', async () => {
    await show(page, { scene: 'busy' })
    await desk.row('KPT417').hover()
    await page.mouse.down()
    await page.mouse.move(900, 400)
    await page.mouse.up()
    await desk.row('DSA312').dispatchEvent('click')
    await seen(page.getByRole('region', { name: 'Charged twice for March' })).toBeVisible()
  })

  it('tells its width to ears before anybody chose one', async () => {
    await show(page, { scene: 'busy' })
    await seen(desk.row('DSA312')).toBeVisible()
    const width = await page.locator('.queue-column').evaluate((column) => Math.round(column.clientWidth))
    const told = page.getByRole('separator', { name: 'Width of the queue' })
    await seen.poll(async () => Number(await told.getAttribute('aria-valuenow'))).toBeCloseTo(width, -1)
    expect(width).toBeGreaterThan(330)
  })

  it('has its rows again at once after a view without any', async () => {
    await show(page, { scene: 'busy' })
    const list = page.getByRole('listbox', { name: 'Queue' })
    await seen(desk.row('DSA312')).toBeVisible()
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
    await desk.open('DSA312')
    await seen(
      page.getByText('Is there any news? My bank still shows it as pending.').last(),
    ).toBeInViewport()
    await seen.poll(() => desk.calls('conversation.seen')).not.toEqual([])
  })

  it('keeps its place while older messages come, and finds the way back', async () => {
    const talk = Array.from({ length: 400 }, (_, index) => ({
      ...written(index + 1, `Message ${index + 1} ${'word '.repeat((index * 7) % 50)}`),
      at: now - (400 - index) * minute,
    }))
    await show(page, { scene: 'busy', change: { timelines: { 't-DSA312': talk }, newFrom: {} } })
    await desk.open('DSA312')
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
    await seen.poll(async () => (await desk.calls('conversation.page')).length).toBeGreaterThan(1)
    await page.waitForTimeout(300)
    const before = await place()
    await page.waitForTimeout(300)
    expect(await place()).toBe(before)
    await page.getByRole('button', { name: 'Jump to newest' }).click()
    await seen(page.getByText('Message 400 ')).toBeInViewport()
  })

  it('reads out all that the customer wrote at once, and the same words a second time', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
    const say = (items: readonly TimelineItem[]) =>
      page.evaluate(
        (news) =>
          window.script.emit('timeline-changed', {
            revision: 900 + news.length,
            ticketId: 't-DSA312',
            items: news,
            gone: [],
          }),
        items,
      )
    const read = page.locator('.conversation > .hidden-text[aria-live=polite]')
    await say([written(9000, 'Hello?'), written(9001, 'Anybody?')])
    await seen(read).toHaveText(/Hello\?.*Anybody\?/)
    const before = await read.locator('span').elementHandle()
    await say([written(9002, 'Anybody?')])
    await seen(read).toHaveText(/^[^?]*Anybody\?$/)
    await say([written(9003, 'Anybody?')])
    await seen.poll(() => before?.evaluate((span) => span.isConnected)).toBe(false)
  })

  it('shows every kind of message by its name', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
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
    await desk.resize(960, 600)
    await desk.open('XSS666')
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
    await desk.open('DSA312')
    await page.keyboard.press('t')
    const card = page.getByRole('dialog', { name: 'Why this SLA time' })
    await seen(card.getByRole('heading', { name: /Next reply/ })).toBeVisible()
    await seen(card).toContainText('of 30m')
    await page.keyboard.press('Escape')
    await seen(card).toHaveCount(0)
  })
})

describe('the ticket sheet', () => {
  it('takes a refused change back and says why', async () => {
    await show(page, { scene: 'busy' })
    await desk.open('DSA312')
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
    await desk.resize(1100, 700)
    await desk.open('DSA312')
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
    await desk.open('RMB208')
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
    await desk.open('DSA312')
    await page.getByRole('button', { name: 'Resolve', exact: true }).click()
    await seen(page.getByRole('button', { name: 'Status: Resolved' })).toBeVisible()
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
    await seen(page.getByRole('button', { name: 'Status: In progress' })).toBeVisible()
  })
})
