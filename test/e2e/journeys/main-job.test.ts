import { expect, test } from '../fixtures'

test('a customer writes in a new topic, an agent claims and replies, and the customer receives it once', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Charged twice for March', 'My card was charged twice.')
  await expect(atWork.row('Charged twice for March')).toHaveAccessibleName(
    /^[A-Z]{3}\d{3} Charged twice for March, Mira .*, our turn, .* Medium priority, unassigned, 1 unread$/,
  )
  await atWork.openTicket('Charged twice for March')
  await expect(atWork.log.getByRole('article', { name: /^Message from Mira/ })).toContainText('charged twice')

  await atWork.button('Claim').click()
  await expect(atWork.window.getByRole('button', { name: 'Status: In progress' })).toBeVisible()
  await atWork.sendReply('Hello Mira, I see both payments.')
  await expect(atWork.log.getByRole('article', { name: /^Reply from/ })).toContainText('I see both payments')
  await expect
    .poll(() => mira.received(topic).map(({ text }) => text))
    .toEqual(['Hello Mira, I see both payments.'])

  const sheet = atWork.window.getByRole('complementary', { name: /^Ticket / })
  await expect(sheet).toContainText(/First reply.*Met in/)
  await expect(atWork.row('Charged twice for March')).toHaveAccessibleName(/customer's turn/)
})

test('everything is still there after the app is killed and started again', async ({ atWork, dc, open }) => {
  const lena = dc.customers.byName('Lena')
  const topic = lena.openTopic(dc.workspace.help, 'App shows my bike offline', 'It will not unlock.')
  await atWork.openTicket('App shows my bike offline')
  await atWork.sendReply('I restarted its lock.')
  await expect.poll(() => lena.received(topic).length).toBe(1)
  await atWork.reply.fill('A draft that must survive')
  await expect
    .poll(async () => JSON.stringify(await atWork.call('queue', 'page', { view: 'all', from: 0, count: 5 })))
    .toContain('I restarted its lock')
  await atWork.reply.blur()
  await atWork.kill()

  lena.write(topic, 'Thank you, it works.')
  const again = await open({ profile: atWork.profile })
  await again.openTicket('App shows my bike offline')
  const articles = again.log.getByRole('article')
  await expect(articles).toHaveCount(3)
  await expect(articles.nth(1)).toContainText('I restarted its lock.')
  await expect(articles.nth(2)).toContainText('Thank you, it works.')
  await expect(again.reply).toHaveValue('A draft that must survive')
  expect(lena.received(topic)).toHaveLength(1)
})
