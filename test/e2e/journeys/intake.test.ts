import { demoForm } from '../../demo/demo-settings'
import { BOT } from '../../telegram/workspace'
import { expect, test } from '../fixtures'

test('a burst with an album is one ticket, acknowledged once and in the language of the customer', async ({
  atWork,
  dc,
}) => {
  await atWork.addBot(dc)
  const bot = dc.world.account(BOT.id)
  const lena = dc.customers.byName('Lena')
  lena.startBot(bot)
  lena.write(bot, 'Hallo')
  lena.write(bot, 'mein Fahrrad')
  lena.sendAlbum(bot, [{ seed: 1 }, { seed: 2 }, { seed: 3 }], 'hat einen Platten')
  lena.write(bot, 'am Hafen')
  await expect(atWork.row('Hallo')).toBeVisible()
  const code = await atWork.codeOf('Hallo')
  const heard = () => lena.received(bot).map(({ text }) => text)
  const acknowledgement = `Wir haben Ihre Anfrage. Ihr Code ist ${code}. Wir antworten innerhalb von 2 Stunden. Wenn Sie etwas ergänzen möchten, schreiben Sie es hier.`
  await expect.poll(heard).toContain(acknowledgement)
  await atWork.openTicket('Hallo')
  await expect(atWork.log.getByRole('article', { name: /^Message from Lena/ })).toHaveCount(5)
  lena.write(bot, 'Noch etwas')
  await expect(atWork.log).toContainText('Noch etwas')
  await expect(atWork.strip).toContainText('0 messages to send', { timeout: 20_000 })
  expect(heard().filter((text) => text.includes(code))).toEqual([acknowledgement])
  await expect(atWork.rows).toHaveCount(3)
})

test('a form goes on where it was after the app was killed in the middle of it', async ({
  atWork,
  dc,
  open,
}) => {
  await atWork.addBot(dc)
  await atWork.call('settings', 'change', { intake: { form: demoForm } })
  const bot = dc.world.account(BOT.id)
  const mira = dc.customers.byName('Mira')
  const heard = () => mira.received(bot).map(({ text }) => text)
  const last = () => heard().at(-1)
  const press = (label: string) => {
    const asked = mira.received(bot).at(-1)
    if (asked) mira.press(asked, label)
  }
  mira.startBot(bot)
  mira.write(bot, 'My chain is off.')
  await expect.poll(last).toBe('What is it about?')
  await atWork.kill()
  press('My bike')

  const again = await open({ profile: atWork.profile })
  await expect.poll(last, { timeout: 20_000 }).toBe('How urgent is it?')
  await again.kill()
  const third = await open({ profile: atWork.profile })
  await expect(third.strip).toContainText('Connected', { timeout: 20_000 })
  press('I cannot ride')
  const code = await third.codeOf('My chain is off.')
  await expect.poll(last).toContain(code)
  await third.openTicket('My chain is off.')
  const answers = third.window.getByRole('region', { name: 'Answers' })
  await expect(answers).toContainText('My bike')
  await expect(answers).toContainText('I cannot ride')
  for (const question of ['What is it about?', 'How urgent is it?'])
    expect(heard().filter((text) => text === question)).toHaveLength(1)
  expect(heard().filter((text) => text.includes(code))).toHaveLength(1)
})
