import { localAddress } from '../../runtime/local-address'
import { openDesktop } from '../../runtime/session.mjs'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { inItsTime } from './in-its-time'
import { picture } from './picture'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** What the notification service has shown since the desktop started. */
const shown = (desk: DeskPage) => desk.desktop.notifications?.shown() ?? []
const titles = (desk: DeskPage) => shown(desk).map(({ summary }) => summary)

/** The code of a ticket, from the name of its row. */
async function codeOf(desk: DeskPage, title: string): Promise<string> {
  const name = await desk.row(title).getAttribute('aria-label')
  return /^[A-Z]{3}\d{3}/.exec(name ?? '')?.[0] ?? ''
}

test('a promise at risk and a broken one are announced by the system, and a click opens the ticket to answer', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  mira.openTopic(dc.workspace.help, 'Charged twice', 'Twice in March.')
  await expect(atWork.row('Charged twice')).toBeVisible()
  const code = await codeOf(atWork, 'Charged twice')
  await expect.poll(() => titles(atWork)).toContain(`New ticket ${code}`)

  await atWork.passTime(100 * minuteMs)
  const atRisk = new RegExp(`^${code} is due in (19|20) min: first reply$`)
  await expect.poll(() => titles(atWork).filter((title) => atRisk.test(title))).toHaveLength(1)
  await expect(atWork.row('Charged twice')).toHaveAccessibleName(/SLA at risk/)
  await picture(atWork, 'clock-at-risk', ['light', 'dark'])

  await atWork.passTime(30 * minuteMs)
  await expect.poll(() => titles(atWork)).toContain(`${code} is overdue: first reply`)
  const broken = shown(atWork).find(({ summary }) => summary === `${code} is overdue: first reply`)
  expect(broken?.urgency).toBe('CRITICAL')
  expect(broken?.body).toMatch(/^Mira Adler has waited .*\. Medium, with nobody$/)
  await expect(atWork.row('Charged twice')).toHaveAccessibleName(/SLA breached/)

  await atWork.desktop.notifications?.click(broken?.id ?? 0)
  await expect(atWork.window.getByRole('region', { name: 'Charged twice', exact: true })).toBeVisible()
  await expect(atWork.reply).toBeFocused()
  await expect(atWork.log).toContainText('First reply overdue')
  await picture(atWork, 'clock-breached', ['light', 'dark'])
})

test('a first reply after the promise was broken is told as late', async ({ open }) => {
  await inItsTime(async (dc, time) => {
    const desk = await open({ dc: localAddress(dc.address) })
    await desk.signInAsAnna(dc)
    await desk.openTicket('Deposit not returned')
    time.aheadMs = 129 * minuteMs
    await desk.passTime(time.aheadMs)
    await desk.sendReply('Sorry for the wait.')
    const sheet = desk.window.getByRole('complementary', { name: /^Ticket / })
    await expect(sheet).toContainText(/First reply\s*Late (9|10)m/)
    await picture(desk, 'clock-met-late', ['light', 'dark'])
    await desk.close()
  })
})

test('do not disturb keeps broken promises and silences the rest', async ({ atWork, dc }) => {
  await atWork.call('settings', 'change', { notifications: { doNotDisturb: true } })
  const before = titles(atWork).length
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Quiet please', 'Hello')
  await expect(atWork.row('Quiet please')).toBeVisible()
  const code = await codeOf(atWork, 'Quiet please')
  await atWork.passTime(100 * minuteMs)
  await expect(atWork.row('Quiet please')).toHaveAccessibleName(/SLA at risk/)
  await atWork.passTime(30 * minuteMs)
  const since = () => titles(atWork).slice(before)
  await expect.poll(since).toContain(`${code} is overdue: first reply`)
  expect(since().filter((title) => !title.includes('overdue'))).toEqual([])
})

test('after a night asleep one digest tells of everything, and each promise broke when it truly broke', async ({
  atWork,
  dc,
}) => {
  const names = ['Mira', 'Lena', 'Osei', 'Elif', 'Hanna']
  for (const name of names)
    dc.customers.byName(name).openTopic(dc.workspace.help, `Night of ${name}`, 'Good evening')
  await expect(atWork.rows).toHaveCount(names.length + 2)
  const before = titles(atWork).length
  await atWork.passTime(9 * hourMs)
  await expect.poll(() => titles(atWork).slice(before)).toEqual(['While you were away: 7 overdue'])
  await expect(atWork.window.getByRole('tab', { name: /^Overdue/ })).toContainText('7')

  await atWork.openTicket('Night of Mira')
  const lasted = (await timeOf(atWork, 'First reply overdue')) - (await timeOf(atWork, /opened/))
  expect(Math.abs(lasted - 2 * hourMs)).toBeLessThan(minuteMs)
  await picture(atWork, 'after-the-night')
})

test('after three days asleep what customers wrote meanwhile is there, each promise broke when it truly broke, and one digest tells it', async ({
  open,
}) => {
  await inItsTime(async (dc, time) => {
    const desk = await open({ dc: localAddress(dc.address) })
    await desk.signInAsAnna(dc)
    const before = titles(desk).length
    await dc.switchboard.goDown()
    await expect(desk.strip).toContainText(/Offline since|Connecting/, { timeout: 20_000 })
    for (const [day, name] of ['Mira', 'Lena', 'Osei'].entries()) {
      time.aheadMs = (day + 0.5) * dayMs
      dc.customers.byName(name).openTopic(dc.workspace.help, `Day ${day + 1}`, 'Anybody there?')
    }
    time.aheadMs = 3 * dayMs
    await dc.switchboard.comeUp()
    await desk.wakeAfter(3 * dayMs)
    const card = desk.window.getByRole('status', { name: 'While the desk was away' })
    await expect(card).toContainText('Back after 3 days', { timeout: 30_000 })
    await expect(card).toContainText(/3 messages came, 3 new tickets/)
    await expect(card).toContainText('Nothing is missing')
    await expect(desk.window.getByRole('tab', { name: /^Overdue/ })).toContainText('5')
    const since = () => titles(desk).slice(before)
    await expect.poll(() => since().filter((title) => title.includes('5 overdue'))).toHaveLength(1)
    expect(since().filter((title) => /is overdue|is due in/.test(title))).toEqual([])
    await picture(desk, 'after-three-days')

    for (const name of ['Day 1', 'Day 3']) {
      await desk.openTicket(name)
      const lasted = (await timeOf(desk, 'First reply overdue')) - (await timeOf(desk, /opened/))
      expect(Math.abs(lasted - 2 * hourMs)).toBeLessThan(minuteMs)
    }
    await desk.close()
  })
})

/** When something happened, by the line of the conversation that tells it. */
async function timeOf(desk: DeskPage, words: string | RegExp): Promise<number> {
  const time = desk.log.getByText(words).locator('..').locator('time')
  return Date.parse((await time.getAttribute('datetime')) ?? '')
}

test('where the system shows no notifications the window does, and settings say so', async ({ open, dc }) => {
  const desktop = await openDesktop({ notifications: false })
  try {
    const desk = await open({ desktop })
    await desk.signInAsAnna(dc)
    dc.customers.byName('Mira').openTopic(dc.workspace.help, 'No bell', 'Hello')
    const notices = desk.window.getByRole('region', { name: 'Notices' })
    await expect(notices).toContainText(/New ticket [A-Z]{3}\d{3}/)
    await picture(desk, 'notice-in-window')
    const code = await codeOf(desk, 'No bell')
    await notices.getByRole('status').filter({ hasText: code }).getByRole('button', { name: 'Open' }).click()
    await expect(desk.window.getByRole('region', { name: 'No bell', exact: true })).toBeVisible()
    await expect(desk.reply).toBeFocused()

    await desk.window.getByRole('link', { name: 'Settings' }).click()
    const settings = desk.window.getByRole('main', { name: 'Settings' })
    await expect(settings).toContainText('They appear inside the window instead.')
    await desk.button('Send test').click()
    await expect(settings.getByText('Not shown', { exact: true })).toBeVisible()
    await picture(desk, 'settings-no-notifications', ['light', 'dark'])
    await desk.close()
  } finally {
    await desktop.close()
  }
})

test('the test button shows a notification where the system can', async ({ atWork }) => {
  await atWork.window.getByRole('link', { name: 'Settings' }).click()
  const before = titles(atWork).length
  await atWork.button('Send test').click()
  await expect(atWork.window.getByText('Shown by the system', { exact: true })).toBeVisible()
  await expect.poll(() => titles(atWork).slice(before)).toHaveLength(1)
  await picture(atWork, 'settings', ['light', 'dark'])
})

test('a badge wears the look of its state, and Explain tells what ran, what stood and why', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Which looks', 'Hello')
  await atWork.openTicket('Which looks')
  const sheet = atWork.window.getByRole('complementary', { name: /^Ticket / })
  await expect(atWork.row('Which looks')).toHaveAccessibleName(/SLA .*(1 hour 59 minutes|2 hours)/)
  await atWork.button('Claim').click()
  await atWork.sendReply('I look into it.')
  await expect.poll(() => mira.received(topic).length).toBe(1)
  await expect(sheet).toContainText(/First reply\s*Met in/)

  await atWork.window.getByRole('button', { name: 'Status: In progress' }).click()
  await atWork.window.getByRole('menuitemradio', { name: 'Waiting for the customer' }).click()
  await expect(atWork.row('Which looks')).toHaveAccessibleName(/SLA paused/)
  await atWork.log.click()
  await atWork.window.keyboard.press('t')
  const why = atWork.window.getByRole('dialog', { name: 'Why this SLA time' })
  await expect(why).toContainText('Medium')
  await expect(why).toContainText(/stood/)
  await picture(atWork, 'explain', ['light', 'dark'])
})
