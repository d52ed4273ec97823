import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeskStatus } from '../../../src-preload/contract/status'
import { minute, now, second } from '../../renderer/data/now'
import { show } from '../../renderer/open-window'
import { liveStatus, type SceneName, scenes } from '../../renderer/scene'
import { WindowUnderTest } from './window-under-test'

/** The built window in the real runtime, with a scripted desk behind it. */
const opened = new WindowUnderTest()
let page: Page

beforeEach(() => {
  page = opened.page
})

const resize = (width: number, height: number) => opened.resize(width, height)
const calls = (channel: string) => opened.calls(channel)

describe('signing in', () => {
  it('leads from the phone number through code and password to the desk', async () => {
    await show(page, { scene: 'bot', change: { groups: scenes.groups.groups } })
    await page.getByRole('tab', { name: 'Phone' }).click()
    await page.getByRole('textbox', { name: 'Phone number' }).fill('+358 40 123 4567')
    await page.getByRole('button', { name: 'Send code' }).click()
    await seen(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Code' }).fill('41 820')
    await seen(page.getByRole('heading', { name: 'Enter your password' })).toBeVisible()
    expect(await calls('session.checkCode')).toEqual([{ code: '41820' }])
    const password = page.getByRole('textbox', { name: 'Password' })
    await password.fill('secret')
    await seen(password).toHaveAttribute('type', 'password')
    await page.getByRole('button', { name: 'Show password' }).click()
    await seen(password).toHaveAttribute('type', 'text')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Choose Fernline Help' }).click()
    await seen(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
  })

  it('says beside its field what is wrong, and forgets it with the next key', async () => {
    await show(page, { scene: 'code' })
    const code = page.getByRole('textbox', { name: 'Code' })
    await code.fill('41820')
    await seen(page.getByRole('alert')).toHaveText('That code is not right. Check it and try again.')
    await seen(code).toHaveAttribute('aria-invalid', 'true')
    await code.press('Backspace')
    await seen(page.getByRole('alert')).toHaveCount(0)
  })

  it('counts down a pause that Telegram asks for, with the button off', async () => {
    await show(page, { scene: 'code-wait' })
    await page.getByRole('textbox', { name: 'Code' }).fill('41820')
    await seen(page.getByRole('alert')).toHaveText('Telegram asks you to wait 4 minutes.')
    await seen(page.getByRole('button', { name: 'Continue' })).toBeDisabled()
    await page.clock.setFixedTime(now + 3 * minute + 18 * second)
    await seen(page.getByRole('alert')).toHaveText('Telegram asks you to wait 42 seconds.')
    await page.clock.setFixedTime(now + 4 * minute)
    await seen(page.getByRole('alert')).toHaveCount(0)
    await seen(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  })

  it('fetches a new QR code when the old one has run out', async () => {
    await show(page, { scene: 'qr' })
    await seen(page.getByRole('img', { name: 'QR code to scan with Telegram' })).toBeVisible()
    await seen(page.getByText('New code in 24 s')).toBeVisible()
    await page.clock.setFixedTime(now + 27 * second)
    await seen(page.getByText('New code in 30 s')).toBeVisible()
    expect(await calls('session.startQr')).toHaveLength(1)
  })

  it('tells why a group cannot be the support group, and reads again', async () => {
    await show(page, { scene: 'groups' })
    await seen(page.getByText('Topics are off.')).toBeVisible()
    await seen(page.getByRole('button', { name: 'Choose Fernline Staff' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Check again' }).click()
    await seen.poll(() => calls('accounts.groups').then(({ length }) => length)).toBeGreaterThan(1)
  })
})

describe('the frame', () => {
  it('has links to the places that exist, and no others', async () => {
    await show(page, { scene: 'busy' })
    const links = page.getByRole('navigation', { name: 'Places' }).getByRole('link')
    await seen(links).toHaveCount(2)
    await seen(links.first()).toHaveAccessibleName('Desk, 9 need a reply')
    await seen(links.last()).toHaveAccessibleName('Settings')
  })

  it.each<[SceneName, string]>([
    ['offline', 'Offline since 09:12. 3 messages wait and will go out in order.'],
    ['signed-out', 'Telegram signed this desk out.'],
    ['disk-full', 'The disk has been full since 10:00.'],
  ])('puts a band over the work when it is %s', async (scene, words) => {
    await show(page, { scene })
    await seen(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  })

  it('goes between its parts with F6, and back with Shift F6', async () => {
    await show(page, { scene: 'busy' })
    await page.getByRole('option', { name: /^DSA312/ }).click()
    await seen(page.getByRole('form', { name: 'Composer' })).toBeVisible()
    await page.getByRole('link', { name: 'Settings' }).focus()
    const part = () =>
      page.evaluate(() => {
        const here = document.activeElement
        return here?.closest('form[aria-label=Composer]')
          ? 'composer'
          : here?.closest('[data-part]')?.getAttribute('data-part')
      })
    const visited: unknown[] = []
    for (let step = 0; step < 5; step++) {
      await page.keyboard.press('F6')
      visited.push(await part())
    }
    expect(visited).toEqual(['queue', 'conversation', 'composer', 'sheet', 'rail'])
    await page.keyboard.press('Shift+F6')
    expect(await part()).toBe('sheet')
  })

  it('tells the words and the key of a control under the pointer, and lets go of them', async () => {
    await show(page, { scene: 'busy' })
    const tip = page.locator('.tooltip')
    await page.getByRole('link', { name: 'Settings' }).hover()
    await seen(tip).toHaveText(/^Settings/)
    await page.getByRole('button', { name: 'Search', exact: true }).hover()
    await seen(tip).toHaveText('Search/')
    await page.mouse.down()
    await seen(tip).toHaveCount(0)
    await page.mouse.up()
    await page.keyboard.press('Tab')
    await seen(tip).toHaveText(/^Close search/)
  })

  it('finds a ticket in the palette and opens it', async () => {
    await show(page, { scene: 'busy' })
    await seen(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Commands' })
    await palette.getByRole('combobox', { name: 'Search commands' }).fill('tyres')
    await seen(palette.getByRole('option', { name: /TYR263/ })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await seen(palette).toHaveCount(0)
    await seen(page.getByRole('region', { name: 'Winter tyres for the cargo model' })).toBeVisible()
  })

  it('leaves single keys to a text field', async () => {
    await show(page, { scene: 'busy' })
    await page.keyboard.press('Control+,')
    const search = page.getByRole('searchbox', { name: 'Search settings' })
    await seen(search).toBeFocused()
    await page.keyboard.type('gd?')
    await seen(search).toHaveValue('gd?')
    await seen(page.getByRole('dialog')).toHaveCount(0)
  })

  it('does nothing to a ticket that is out of sight', async () => {
    await show(page, { scene: 'busy' })
    await page.getByRole('option', { name: /^DSA312/ }).click()
    await seen(page.getByRole('form', { name: 'Composer' })).toBeVisible()
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('heading', { name: 'Settings' }).click()
    await page.getByRole('switch', { name: 'At risk' }).focus()
    await page.keyboard.press('e')
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Commands' })
    await seen(palette.getByRole('option', { name: 'Go to the desk' })).toBeVisible()
    await seen(palette.getByRole('option', { name: 'Resolve' })).toHaveCount(0)
    expect(await calls('tickets.setStatus')).toEqual([])
  })

  it('lists all keys on ?, and Escape closes them', async () => {
    await show(page, { scene: 'busy' })
    await seen(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'All keys' })
    await seen(sheet.getByText('Go to settings')).toBeVisible()
    await page.keyboard.press('Escape')
    await seen(sheet).toHaveCount(0)
  })

  it('takes away what was refused for want of a link once it is back, and can undo it again then', async () => {
    const offline = { code: 'offline', message: 'Telegram cannot be reached.' } as const
    await show(page, { scene: 'ways' })
    await page.keyboard.press('Control+,')
    const notices = page.getByRole('region', { name: 'Notices' })
    await page.getByRole('button', { name: 'Leave Fernline Help', exact: true }).first().click()
    await page.evaluate((no) => {
      for (const channel of ['accounts.followGroup', 'accounts.leaveGroup']) window.script.refuse(channel, no)
    }, offline)
    await notices.getByRole('button', { name: 'Undo' }).click()
    await page
      .getByRole('button', { name: /^Leave Fernline/ })
      .first()
      .click()
    await seen(notices.getByRole('alert')).toHaveCount(2)
    const tell = (link: DeskStatus['link']) =>
      page.evaluate((status) => window.script.emit('status-changed', status), { ...liveStatus, link })
    await tell({ kind: 'offline', since: now })
    await tell({ kind: 'live' })
    await seen(notices.getByRole('alert')).toHaveCount(1)
    await page.evaluate(() => window.script.refuse('accounts.followGroup', null))
    await notices.getByRole('button', { name: 'Try again' }).click()
    await seen(notices.getByRole('alert')).toHaveCount(0)
    expect(await calls('accounts.followGroup')).toHaveLength(2)
  })

  it('leads to replies that were not sent, also where nothing waits to be sent', async () => {
    await show(page, { scene: 'busy', change: { status: { ...liveStatus, toSend: 0, notSent: 1 } } })
    await page.getByRole('button', { name: /^1 message not sent/ }).click()
    await seen(page.getByRole('log')).toBeVisible()
    await seen(
      page
        .getByRole('log')
        .getByRole('button', { name: /Try again|Send anyway/ })
        .first(),
    ).toBeVisible()
  })

  it('shows three notices at most, a newer one in place of the older of its kind', async () => {
    await show(page, { scene: 'busy' })
    const region = page.getByRole('region', { name: 'Notices' })
    await seen(page.getByRole('option').first()).toBeVisible()
    await page.evaluate(() => {
      for (const key of ['a', 'b', 'c', 'd', 'd'])
        window.script.emit('notice', { key, tone: 'bad', title: `Notice ${key}`, body: '', ticketId: null })
    })
    await seen(region.getByRole('alert')).toHaveText([/Notice b/, /Notice c/, /Notice d/])
    await region.getByRole('button', { name: 'Dismiss' }).first().click()
    await seen(region.getByRole('alert')).toHaveCount(2)
  })

  it('offers to keep what is intact when the store is damaged', async () => {
    await show(page, { scene: 'repair' })
    await seen(page.getByText('312 tickets, 18,204 events')).toBeVisible()
    await page.getByRole('button', { name: 'Keep what is intact' }).click()
    await seen(page.getByRole('navigation', { name: 'Places' })).toBeVisible()
    expect(await calls('desk.repair')).toEqual([{ action: 'keep-intact' }])
  })
})

describe('the layout', () => {
  it.each([
    [960, 600],
    [1240, 700],
    [1440, 900],
    [2400, 1400],
  ])('fits every screen into %i by %i', async (width, height) => {
    await resize(width, height)
    const wide: string[] = []
    for (const scene of [
      'busy',
      'bot',
      'qr',
      'api',
      'groups',
      'repair',
      'first-run',
      'offline-bot',
    ] as const) {
      await show(page, { scene })
      await seen(page.locator('#app > *').first()).toBeAttached()
      const over = await page.evaluate(() => {
        const sizes = [
          document.documentElement,
          ...document.querySelectorAll('main,nav,footer,section,aside'),
        ]
        const edge = innerWidth
        return sizes.filter((element) => element.getBoundingClientRect().right > edge + 1).length
      })
      if (over > 0) wide.push(scene)
    }
    await resize(1440, 900)
    expect(wide).toEqual([])
  })

  it('keeps the width of the queue that the agent chose', async () => {
    await show(page, { scene: 'busy' })
    const edge = page.getByRole('separator', { name: 'Width of the queue' })
    await edge.focus()
    await page.keyboard.press('ArrowLeft')
    const width = await page.evaluate(
      () => document.querySelector('[data-part=queue]')?.getBoundingClientRect().width,
    )
    await page.reload()
    await seen(edge).toBeVisible()
    expect(
      await page.evaluate(() => document.querySelector('[data-part=queue]')?.getBoundingClientRect().width),
    ).toBe(width)
    expect(width).toBeLessThan(345)
  })

  it('keeps that width on the screen, also where the text is large', async () => {
    await resize(960, 600)
    await page.evaluate(() => localStorage.setItem('topicdesk.queue-width', '400'))
    await show(page, { scene: 'busy', change: { settings: { ...scenes.busy.settings, textScale: 130 } } })
    const edge = page.getByRole('separator', { name: 'Width of the queue' })
    await seen(page.getByRole('option').first()).toBeVisible()
    const at = () =>
      edge.evaluate((element) => {
        const larger = innerWidth / document.documentElement.getBoundingClientRect().width
        return (element.getBoundingClientRect().x + 3) * larger
      })
    const before = await at()
    expect(before).toBeGreaterThan(440)
    expect(before).toBeLessThan(490)
    await page.mouse.move(before, 300)
    await page.mouse.down()
    await page.mouse.move(before - 50, 300)
    await page.mouse.up()
    expect(Math.abs((await at()) - (before - 50))).toBeLessThan(4)
    await resize(1440, 900)
  })

  it('gives the conversation the room of the sheet, and cuts nothing off, where the text is large', async () => {
    const change = { settings: { ...scenes.ways.settings, textScale: 130 } }
    await resize(1280, 800)
    await show(page, { scene: 'ways', change })
    await page.getByRole('listbox', { name: 'Queue' }).focus()
    await page.keyboard.press('j')
    await seen(page.getByRole('button', { name: 'Show ticket details' })).toBeVisible()
    await seen(page.getByRole('complementary', { name: 'Ticket' })).toHaveCount(0)
    const rightOf = (selector: string) =>
      page.evaluate(
        (wanted) =>
          Math.max(...[...document.querySelectorAll(wanted)].map((one) => one.getBoundingClientRect().right)),
        selector,
      )
    await resize(960, 600)
    expect(await rightOf('.queue-views .tab')).toBeLessThanOrEqual(await rightOf('.queue'))
    expect(await rightOf('.queue-signs')).toBeLessThanOrEqual(await rightOf('.queue'))
    await page.evaluate(() => window.script.emit('go', { place: 'settings' }))
    await page.getByRole('link', { name: 'Evidence' }).press('Enter')
    await seen(page.getByRole('heading', { name: 'Compare with Telegram' })).toBeVisible()
    expect(await rightOf('.tally')).toBeLessThanOrEqual(await rightOf('.settings-page'))
    await resize(1440, 900)
  })
})
