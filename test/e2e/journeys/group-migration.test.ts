import { addBasicGroup, migrate } from '../../telegram/world/basic-group'
import { moveForum } from '../../telegram/world/move-forum'
import { expect, test } from '../fixtures'

test('a basic group whose topics are turned on becomes a supergroup, and is followed under its new id', async ({
  atWork,
  dc,
}) => {
  const [anna, mira] = [dc.staff.byName('Anna'), dc.customers.byName('Mira')]
  const { group: basic } = addBasicGroup(dc.world, anna.id, 'Fernline Nights', [mira.id])
  mira.write(basic, 'Said while it was small')
  await atWork.openSettings('Accounts')
  const { window } = atWork
  await window.getByRole('button', { name: 'Follow a group' }).click()
  const option = window.getByRole('listitem').filter({ hasText: 'Fernline Nights' })
  await expect(option).toContainText('Topics are off.')
  await expect(option.getByRole('button')).toHaveCount(0)

  const { group } = migrate(dc.world, basic)
  anna.toggleForum(group, true)
  await expect(async () => {
    await window.getByRole('button', { name: 'Check again' }).click()
    await expect(window.getByRole('button', { name: 'Choose Fernline Nights' })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  await window.getByRole('button', { name: 'Choose Fernline Nights' }).click()
  await expect(window.getByRole('dialog', { name: 'Follow a group' })).toHaveCount(0)
  const topic = mira.openTopic(group, 'Night shift', 'The lamp of the dock is out.')
  await window.keyboard.press('Escape')
  await atWork.openTicket('Night shift')
  await atWork.sendReply('Somebody is on the way.')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Somebody is on the way.'])
})

test('a followed group that goes on under another id keeps its tickets, and takes no reused number for known', async ({
  atWork,
  dc,
}) => {
  const { help } = dc.workspace
  const mira = dc.customers.byName('Mira')
  const before = mira.openTopic(help, 'Moved house', 'one')
  await atWork.openTicket('Moved house')
  await atWork.button('Claim').click()
  await atWork.sendReply('first answer')
  const received = () => mira.received().flatMap(({ text, from }) => (from === 1001 ? [text] : []))
  await expect.poll(received).toEqual(['first answer'])
  mira.write(before, 'two')
  await expect(atWork.log).toContainText('two')
  const code = await atWork.codeOf('Moved house')
  const known = new Set(help.messages.keys())

  const group = moveForum(dc.world, help, 1_600_000_001)
  const after = { group, id: before.id }
  const third = mira.write(after, 'three')
  const fourth = mira.write(after, 'four')
  expect([third, fourth].map(({ id }) => known.has(id))).toEqual([true, true])
  const texts = () => atWork.log.getByRole('article').locator('.rich').allInnerTexts()
  const all = ['one', 'first answer', 'two', 'three', 'four']
  await expect.poll(texts, { timeout: 20_000 }).toEqual(all)
  await expect(atWork.strip).toContainText('Connected')
  await atWork.sendReply('second answer')
  await expect.poll(() => mira.received(after).map(({ text }) => text)).toEqual(['second answer'])
  await expect.poll(texts).toEqual([...all, 'second answer'])
  expect(await atWork.codeOf('Moved house')).toBe(code)
  await expect(atWork.rows).toHaveCount(3)

  mira.edit(third, 'three, as edited')
  await expect
    .poll(texts)
    .toEqual(['one', 'first answer', 'two', 'three, as edited', 'four', 'second answer'])
  mira.openTopic(group, 'New house', 'A topic of the new place')
  await expect(atWork.row('New house')).toBeVisible()
  const { groups } = await atWork.account('user')
  expect(groups).toMatchObject([{ id: String(group.id), title: 'Fernline Help', role: 'public' }])
})
