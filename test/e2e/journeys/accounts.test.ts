import { BOT, OWNER } from '../../telegram/workspace'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { picture } from './picture'

test('a private chat that was chosen becomes a ticket and is answered; one that was not is never read', async ({
  atWork,
  dc,
}) => {
  const anna = dc.staff.byName('Anna').account
  const [jonas, zahra] = [dc.customers.byName('Jonas'), dc.customers.byName('Zahra')]
  zahra.write(anna, 'Dinner on Friday, private as ever?')
  jonas.write(anna, 'Could you look at our contract?')
  await atWork.openChat('Jonas')
  await expect(atWork.log).toContainText('Could you look at our contract?')
  await picture(atWork, 'private-chat', ['light', 'dark'])
  await atWork.button('Claim').click()
  await atWork.sendReply('I have it here.')
  const heard = () => jonas.received(anna).map(({ text }) => text)
  await expect.poll(heard).toEqual(['I have it here.'])
  zahra.write(anna, 'Or on Saturday?')
  jonas.write(anna, 'Perfect.')
  await expect(atWork.log).toContainText('Perfect.')
  const rows = await atWork.call('queue', 'page', { view: 'all', from: 0, count: 200 })
  expect(JSON.stringify(rows)).not.toMatch(/Friday|Saturday|Zahra/)
  for (const text of ['Dinner', 'Saturday', 'Zahra'])
    expect(await atWork.call('queue', 'search', { text, limit: 10 })).toEqual([])
})

test('of two accounts one is signed out, comes back, and loses its token: the other works on, and what waited goes out once', async ({
  atWork,
  dc,
}) => {
  test.setTimeout(90_000)
  await atWork.addBot(dc)
  const bot = dc.world.account(BOT.id)
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'By the group', 'one')
  mira.startBot(bot)
  mira.write(bot, 'By the bot')
  await atWork.openTicket('By the bot')
  await atWork.openTicket('By the group')
  await atWork.openSettings('Accounts')
  const article = (name: string) => atWork.window.getByRole('article', { name })
  await expect(article('Fernline Desk')).toContainText('Connected')
  await expect(article('Anna Berg')).toContainText('Connected')
  await picture(atWork, 'accounts', ['light', 'dark'])
  await atWork.button('Sign out Fernline Desk').click()
  const dialog = atWork.window.getByRole('dialog', { name: 'Sign out Fernline Desk' })
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(atWork.button('Sign out Fernline Desk')).toHaveCount(0)
  await expect.poll(() => dc.record.calls.count('auth.LogOut', BOT.id)).toBe(1)
  expect(dc.record.calls.count('auth.LogOut', dc.staff.byName('Anna').id)).toBe(0)
  await atWork.window.keyboard.press('Escape')

  mira.write(topic, 'two')
  await atWork.openTicket('By the group')
  await expect(atWork.log).toContainText('two')
  await atWork.button('Claim').click()
  await atWork.sendReply('Still here.')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Still here.'])
  await atWork.openTicket('By the bot')
  await expect(atWork.window.getByText(/account this came through is signed out/)).toBeVisible()
  await atWork.button('Claim').click()
  await atWork.sendReply('One moment, we sign in again.')
  const waiting = atWork.log.getByRole('article', { name: /^Reply from Anna Berg, queued$/ })
  await expect(waiting).toContainText('Sends when you sign in')
  // The reply, and word of the claim for the staff group.
  await expect(atWork.strip).toContainText('2 messages to send')
  const byBot = () => mira.received(bot).map(({ text }) => text)
  expect(byBot()).not.toContain('One moment, we sign in again.')

  await atWork.openSettings('Accounts')
  await atWork.button('Add account').click()
  await connectBot(atWork, BOT.botToken)
  await expect(article('Fernline Desk')).toContainText('Connected')
  await atWork.window.keyboard.press('Escape')
  await expect.poll(byBot).toContain('One moment, we sign in again.')
  await expect(atWork.strip).toContainText('0 messages to send')

  const token = dc.switchboard.revokeToken(bot)
  dc.switchboard.dropSockets()
  const band = atWork.window.getByRole('alert').filter({ hasText: 'Telegram signed Fernline Desk out' })
  await expect(band).toBeVisible({ timeout: 20_000 })
  await picture(atWork, 'bot-token-revoked', ['light', 'dark'])
  const osei = dc.customers.byName('Osei')
  osei.startBot(bot)
  osei.write(bot, 'While it was out')
  await atWork.sendReply('With a new token, yes.')
  mira.write(topic, 'three')
  await atWork.openTicket('By the group')
  await expect(atWork.log).toContainText('three')
  await band.getByRole('button', { name: 'Sign in again' }).click()
  await connectBot(atWork, BOT.botToken)
  await expect(
    atWork.window.getByText('That token was replaced. BotFather shows the current one.'),
  ).toBeVisible()
  await connectBot(atWork, token)
  await expect(atWork.strip).toContainText('Connected')
  await expect(atWork.row('While it was out')).toBeVisible()
  await expect.poll(byBot).toContain('With a new token, yes.')
  for (const text of ['One moment, we sign in again.', 'With a new token, yes.'])
    expect(byBot().filter((one) => one === text)).toHaveLength(1)
})

test('more accounts are added in the window by phone and by QR code, and each answers its own chats', async ({
  atWork,
  dc,
}) => {
  const [ravi, jonas] = [dc.staff.byName('Ravi').account, dc.customers.byName('Jonas')]
  const sofia = dc.world.account(OWNER.id)
  jonas.write(ravi, 'Ravi, is my bike ready?')
  const { window } = atWork
  const article = (name: string) => window.getByRole('article', { name })
  await atWork.openSettings('Accounts')
  await atWork.button('Add account').click()
  const adding = window.getByRole('dialog', { name: 'Add an account' })
  await adding.getByRole('tab', { name: 'Phone' }).click()
  await adding.getByRole('textbox', { name: 'Phone number' }).fill(`+${ravi.phone}`)
  await adding.getByRole('button', { name: 'Send code' }).click()
  await expect(adding.getByRole('textbox', { name: 'Code' })).toBeVisible()
  await adding.getByRole('textbox', { name: 'Code' }).fill(dc.phoneCode(ravi.phone ?? '') ?? '')
  await adding.getByLabel('Password', { exact: true }).fill('pedal-and-chain')
  await adding.getByRole('button', { name: 'Sign in' }).click()
  await expect(adding).toHaveCount(0)
  await expect(article('Ravi Nair')).toContainText('Connected')

  await atWork.button('Add account').click()
  await adding.getByRole('tab', { name: 'QR code' }).click()
  await expect(adding.getByRole('img', { name: 'QR code to scan with Telegram' })).toBeVisible()
  await picture(atWork, 'add-account-qr', ['light', 'dark'])
  const session = (await atWork.call('session', 'get')) as { readonly step: { readonly url: string } }
  dc.acceptQr(session.step.url, sofia)
  await expect(adding).toHaveCount(0)
  for (const name of ['Anna Berg', 'Ravi Nair', 'Sofia Fern'])
    await expect(article(name)).toContainText('Connected')
  await picture(atWork, 'three-accounts')

  await article('Ravi Nair').getByRole('button', { name: 'Add a private chat' }).click()
  await window.getByRole('combobox', { name: 'Search private chats' }).fill('Jonas')
  const chats = window.getByRole('listbox', { name: 'Private chats' }).getByRole('option')
  await expect(chats).toHaveCount(1)
  await window.keyboard.press('Enter')
  await expect(atWork.log).toContainText('Ravi, is my bike ready?')
  await expect(window.getByRole('form', { name: 'Composer' })).toContainText('as @ravi_fernline')
  await atWork.sendReply('It is, come by.')
  await expect.poll(() => jonas.received(ravi).map(({ text }) => text)).toEqual(['It is, come by.'])
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Beside the others', 'And me?')
  await atWork.openTicket('Beside the others')
  await atWork.sendReply('You too.')
  await expect
    .poll(() => mira.received(topic).map(({ fromName, text }) => [fromName, text]))
    .toEqual([['Anna', 'You too.']])
})

/** Signs in with a token on the card that is open. */
async function connectBot({ window }: DeskPage, token: string): Promise<void> {
  await window.getByRole('tab', { name: 'Bot token' }).click()
  await window.getByRole('textbox', { name: 'Bot token' }).fill(token)
  await window.getByRole('button', { name: 'Connect bot' }).click()
}

test('an account that is put out of one of its groups says which, and the others go on', async ({
  atWork,
  dc,
}) => {
  const { guests, help } = dc.workspace
  await atWork.followGroup('1001', guests, 'public')
  dc.staff.byName('Anna').leaves(guests)
  await expect(atWork.strip).toContainText('Not in City Bike Forum any more')
  await expect(atWork.window.getByText(/You are no longer in City Bike Forum/)).toBeVisible()
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(help, 'Brakes squeak', 'They do.')
  await atWork.openTicket('Brakes squeak')
  await atWork.sendReply('Come by at noon.')
  const heard = () => mira.received(topic).map(({ text }) => text)
  await expect.poll(heard).toEqual(['Come by at noon.'])
  await atWork.openSettings('Accounts')
  const account = atWork.window.getByRole('article', { name: 'Anna Berg' })
  await expect(account).toContainText('Not in City Bike Forum any more')
  await atWork.openSettings('Diagnostics')
  // Bringing a part of the settings into view moves the settings, and not the window.
  expect(await atWork.window.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
  expect(await atWork.window.evaluate(() => document.body.scrollTop)).toBe(0)
})
