import { expect, test } from '../fixtures'

test('the main job is done without a mouse: find, claim, note, answer, wait, answer again, resolve', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'By hand', 'My key does not turn.')
  await expect(atWork.row('By hand')).toBeVisible()
  const { keyboard } = atWork.window
  const region = atWork.window.getByRole('region', { name: 'By hand', exact: true })
  const status = (name: string) => atWork.window.getByRole('button', { name: `Status: ${name}`, exact: true })
  for (let tries = 0; tries < 5 && !(await region.isVisible()); tries++) {
    const before = await atWork.window.getByRole('option', { selected: true }).count()
    await keyboard.press('j')
    await expect(atWork.window.getByRole('option', { selected: true })).toHaveCount(1)
    if (before > 0) await expect(atWork.log).toBeVisible()
  }
  await expect(region).toBeVisible()
  await expect(atWork.window.getByRole('listbox', { name: 'Queue' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(atWork.log).toBeFocused()
  await keyboard.press('i')
  await expect(status('In progress')).toBeVisible()
  await keyboard.press('n')
  await expect(atWork.window.getByRole('textbox', { name: 'Internal note' })).toBeFocused()
  await keyboard.type('Third time this month.')
  await keyboard.press('Control+Enter')
  await expect(atWork.log.getByRole('article', { name: /^Internal note from/ })).toContainText('Third time')
  await keyboard.press('Control+Shift+n')
  await expect(atWork.reply).toBeFocused()
  await keyboard.type('Turn it twice.')
  await keyboard.press('Control+Shift+Enter')
  const received = () => mira.received(topic).map(({ text }) => text)
  await expect.poll(received).toEqual(['Turn it twice.'])
  await expect(status('Waiting for the customer')).toBeVisible()

  mira.write(topic, 'It turns, thank you.')
  await expect(atWork.log).toContainText('It turns, thank you.')
  await atWork.look()
  await keyboard.type('Have a good ride.')
  await keyboard.press('Control+Alt+Enter')
  await expect.poll(received).toEqual(['Turn it twice.', 'Have a good ride.'])
  await expect(status('Resolved')).toBeVisible()
  await keyboard.press('Control+k')
  await keyboard.type('done tickets')
  await keyboard.press('Enter')
  await expect(atWork.row('By hand')).toBeVisible()
})
