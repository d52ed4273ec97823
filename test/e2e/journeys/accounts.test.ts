import { BOT } from '../../telegram/workspace'
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

test('two accounts work side by side; signing one out leaves the other at work', async ({ atWork, dc }) => {
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
})
