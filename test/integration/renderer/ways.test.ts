import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../renderer/open-window'
import { scenes } from '../../renderer/scene'
import { openPart, wake } from '../../renderer/way-poses'
import { DeskWindow } from './desk-window'

/** Accounts, intake, evidence, doctor and contacts in the real runtime, with a scripted desk behind them. */
const opened = new DeskWindow()
let page: Page

beforeEach(() => {
  page = opened.page
})

const calls = (channel: string) => opened.calls(channel)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const openTicket = async (code: string) => {
  await page.getByRole('option', { name: new RegExp(`^${code} `) }).click()
  await seen(page.getByRole('form', { name: 'Composer' })).toBeVisible()
}

describe('the accounts', () => {
  it('stand side by side with what each follows', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Accounts')(page)
    const bot = page.getByRole('article', { name: 'Fernline Help' })
    await seen(bot).toContainText('Connected, last heard')
    await seen(bot.getByRole('listitem')).toHaveText([
      /Customers write here/,
      /Copies of the bot’s private chats/,
    ])
    const anna = page.getByRole('article', { name: 'Anna Lindqvist' })
    await seen(anna).toContainText('Offline since 10:01')
    await seen(anna.getByRole('list', { name: 'Private chats of Anna Lindqvist' })).toContainText('Ingrid')
  })

  it('leave a group at once, and follow it again with Undo', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Accounts')(page)
    await button('Leave Fernline Staff').click()
    await seen(button('Leave Fernline Staff')).toHaveCount(0)
    await button('Undo').click()
    await seen(button('Leave Fernline Staff')).toBeVisible()
    expect(await calls('accounts.followGroup')).toEqual([
      { accountId: '9000', groupId: '-1002', role: 'staff' },
    ])
  })

  it('follow another group in the role that was chosen', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Accounts')(page)
    await button('Follow a group').first().click()
    await page.getByRole('radio', { name: /Only your team/ }).check()
    await button('Choose Fernline Riders').click()
    await seen(page.getByRole('dialog', { name: 'Follow a group' })).toHaveCount(0)
    expect(await calls('accounts.followGroup')).toEqual([
      { accountId: '9000', groupId: '-1003', role: 'staff' },
    ])
    await seen(button('Leave Fernline Riders')).toBeVisible()
  })

  it('are added over the work, and given up with Escape', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Accounts')(page)
    await button('Add account').click()
    const card = page.getByRole('dialog', { name: 'Add an account' })
    await seen(card.getByRole('heading', { name: 'Add an account' })).toBeVisible()
    await page.keyboard.press('Escape')
    await seen(card).toHaveCount(0)
    expect(await calls('session.cancel')).toHaveLength(1)
  })

  it('stay with the card when another way of signing in is wanted', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Accounts')(page)
    await button('Add account').click()
    const card = page.getByRole('dialog', { name: 'Add an account' })
    await card.getByRole('tab', { name: 'Phone' }).click()
    await card.getByRole('textbox', { name: 'Phone number' }).fill('+358 40 123 4567')
    await card.getByRole('button', { name: 'Send code' }).click()
    await card.getByRole('button', { name: 'Use another number' }).click()
    await seen(card.getByRole('tablist', { name: 'Ways to sign in' })).toBeVisible()
    await button('Cancel').click()
    await seen(card).toHaveCount(0)
  })

  it('say that a first bot can do without a group', async () => {
    await show(page, { scene: 'groups', change: { groups: scenes.groups.groups } })
    await button('Go on without a group').click()
    await seen(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
    expect(await calls('settings.change')).toEqual([{ withoutGroup: true }])
  })

  it('make a ticket from a private chat that is found by a few letters', async () => {
    await show(page, { scene: 'ways' })
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search commands' }).fill('ticket from a chat')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Search private chats' }).fill('jon')
    await seen(page.getByRole('listbox', { name: 'Private chats' }).getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await seen(page.getByRole('form', { name: 'Composer' })).toBeVisible()
    expect(await calls('accounts.openChat')).toEqual([{ accountId: '9001', personId: '70022' }])
  })
})

describe('evidence and doctor', () => {
  it('are reached from what the strip says', async () => {
    await show(page, { scene: 'ways' })
    await button(/^Last heard from Telegram/).click()
    const bot = page.getByRole('region', { name: 'Evidence of Fernline Help' })
    await seen(bot).toContainText('Telegram keeps what this bot missed for 21 hours more')
    await seen(bot).toContainText('1 gap is still open. 1 reply was perhaps sent.')
    await page.keyboard.press('Escape')
    await seen(page.getByRole('heading', { name: 'Telegram accounts' })).toBeVisible()
    await page.keyboard.press('Escape')
    await seen(page.getByRole('listbox', { name: 'Queue' })).toBeVisible()
  })

  it('compare with Telegram, stop, and lead from a difference to its ticket', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Evidence')(page)
    const differences = page.getByRole('table', { name: 'Differences' })
    await seen(differences.getByRole('row')).toHaveCount(5)
    await differences.getByRole('button', { name: 'KPT417' }).click()
    await seen(page.getByRole('region', { name: 'App shows my bike offline after update' })).toBeVisible()
    await openPart('Evidence')(page)
    await button('Compare').click()
    await seen(page.getByRole('status', { name: 'Comparison' })).toContainText('412 messages compared')
    await button('Stop').click()
    await seen(page.getByRole('status', { name: 'Comparison' })).toContainText('Stopped.')
    expect(await calls('evidence.reconcile')).toEqual([{ accountId: '9001', days: 7 }])
  })

  it('tell in one card what came while the desk was away', async () => {
    await show(page, { scene: 'ways' })
    await seen(page.getByRole('listbox', { name: 'Queue' })).toBeVisible()
    await wake(page)
    const card = page.getByRole('status', { name: 'While the desk was away' })
    await seen(card).toHaveCount(1)
    await seen(card).toContainText('Back after 7 hours')
    await seen(card.getByRole('listitem')).toHaveCount(2)
    await card.getByRole('button', { name: 'Dismiss' }).click()
    await seen(card).toHaveCount(0)
  })

  it('name each finding with its effect and remedy, and test again', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Doctor')(page)
    await seen(page.getByRole('status', { name: 'Doctor' })).toContainText('3 things want a look')
    const group = page.getByRole('region', { name: '@fernline_help_bot' })
    await seen(group.getByRole('listitem').first()).toContainText('/setprivacy')
    await button('Test again: Privacy mode is on').click()
    await button('Test all again').click()
    expect(await calls('doctor.examine')).toEqual([{ accountId: '9000' }, { accountId: null }])
  })
})

describe('the tiers of customers', () => {
  it('are renamed, moved, added and deleted, and a deleted one comes back', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Customers')(page)
    const last = async () => ((await calls('settings.change')).at(-1) as { tiers: string[] }).tiers
    await page.getByRole('textbox', { name: 'Tier Premium' }).fill('Fleet')
    await page.keyboard.press('Enter')
    await seen.poll(last).toEqual(['VIP', 'Fleet', 'Standard'])
    await button('Move Fleet up').click()
    await seen.poll(last).toEqual(['Fleet', 'VIP', 'Standard'])
    await page.getByRole('textbox', { name: 'New tier' }).fill('Trade')
    await page.keyboard.press('Enter')
    await seen.poll(last).toEqual(['Fleet', 'VIP', 'Standard', 'Trade'])
    await button('Delete VIP').click()
    await seen.poll(last).toEqual(['Fleet', 'Standard', 'Trade'])
    await button('Undo').click()
    await seen.poll(last).toEqual(['Fleet', 'VIP', 'Standard', 'Trade'])
  })
})

describe('a ticket', () => {
  it('says through which account it goes, and what the bot was told and asks', async () => {
    await show(page, { scene: 'ways' })
    await openTicket('BOT101')
    await seen(page.locator('.bar')).toContainText('through @fernline_help_bot in private')
    const answers = page.getByRole('region', { name: 'Answers' })
    await seen(answers).toContainText('Order number40112')
    await seen(answers).toContainText('The bot is asking: Urgency')
    await seen(page.getByRole('region', { name: 'Private chat' })).toContainText('To Fernline Staff')
  })

  it('keeps what is written down about its customer on leaving the field', async () => {
    await show(page, { scene: 'ways' })
    await openTicket('BOT101')
    const notes = page.getByRole('textbox', { name: 'Notes on the customer' })
    await notes.fill('Prefers mornings.')
    await notes.blur()
    await seen.poll(() => calls('contacts.change')).toHaveLength(1)
    const phone = page.getByRole('textbox', { name: 'Phone' })
    await phone.fill('call me')
    await phone.press('Enter')
    await seen(page.getByRole('region', { name: 'Customer' }).getByRole('alert')).toContainText(
      'country code',
    )
    await seen(phone).toHaveValue('call me')
    await page.getByRole('combobox', { name: 'Tier' }).click()
    await page.getByRole('option', { name: 'Premium' }).click()
    await seen.poll(() => calls('contacts.change')).toHaveLength(3)
    expect((await calls('contacts.change')).at(-1)).toMatchObject({ tier: 'Premium' })
  })

  it('says before anyone writes that nothing can be delivered', async () => {
    await show(page, { scene: 'ways' })
    await openTicket('BLK202')
    await seen(page.getByText(/^Tomi blocked the bot at/)).toBeVisible()
    await page.getByRole('textbox', { name: 'Reply' }).fill('Hello?')
    await seen(button('Send')).toBeDisabled()
    await button('Make the topic again').click()
    await seen(page.getByRole('region', { name: 'Private chat' })).toContainText('A topic is being made')
    expect(await calls('tickets.recreateTopic')).toEqual([{ ticketId: 't-BLK202' }])
  })

  it('checks in Telegram whether a reply has arrived', async () => {
    await show(page, { scene: 'ways' })
    await openTicket('KPT417')
    await button('Check in Telegram').click()
    await seen(button('Check in Telegram')).toHaveCount(0)
    await seen(page.getByText('It arrived. It is marked as sent.')).toBeVisible()
  })

  it('offers to send anyway what was stopped because the customer wrote', async () => {
    await show(page, { scene: 'ways' })
    await openTicket('DSA312')
    const log = page.getByRole('log', { name: /Conversation/ })
    await log.getByRole('button', { name: 'Send anyway' }).click()
    expect(await calls('conversation.retry')).toHaveLength(1)
  })
})

describe('the layout of the settings’ pages', () => {
  it.each([
    [960, 600],
    [1240, 700],
    [2400, 1400],
  ])('fits into %i by %i', async (width, height) => {
    await opened.resize(width, height)
    const wide: string[] = []
    for (const part of ['Accounts', 'Intake', 'Evidence', 'Doctor']) {
      await show(page, { scene: 'ways' })
      await openPart(part)(page)
      const over = await page.evaluate(() => {
        const body = document.querySelector('.settings-body')
        const all = [...(body?.querySelectorAll('*') ?? [])]
        const edge = body?.getBoundingClientRect().right ?? 0
        const isCut = body !== null && body.scrollWidth > body.clientWidth
        return isCut || all.some((element) => element.getBoundingClientRect().right > edge + 1)
      })
      if (over) wide.push(part)
    }
    expect(wide).toEqual([])
  })
})
