import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { picture } from './picture'

const sent = (desk: DeskPage, text: string) =>
  desk.log.getByRole('article', { name: /^Reply from/ }).filter({ hasText: text })

async function choose(desk: DeskPage, text: string, item: string) {
  await sent(desk, text).hover()
  await sent(desk, text).getByRole('button', { name: 'Message actions' }).click()
  await desk.window.getByRole('menuitem', { name: item }).click()
}

test('a typo in a sent reply is mended for the customer, and a reply meant for somebody else is deleted', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Brakes squeak', 'The brakes squeak in the rain')
  /** What Mira sees of the team. */
  const seen = () =>
    mira
      .received(topic)
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ text, edits }) => edits.at(-1)?.text ?? text)
  await atWork.openTicket('Brakes squeak')
  await atWork.sendReply('Cleen the rims first, then tell us')
  await expect.poll(seen).toEqual(['Cleen the rims first, then tell us'])

  // The draft that is there waits for its turn.
  await atWork.reply.fill('And the pads')
  await sent(atWork, 'Cleen the rims').hover()
  await sent(atWork, 'Cleen the rims').getByRole('button', { name: 'Message actions' }).click()
  await expect(atWork.window.getByRole('menuitem', { name: 'Delete for the customer…' })).toBeVisible()
  await picture(atWork, 'sent-menu', ['light', 'dark'])
  await atWork.window.getByRole('menuitem', { name: 'Edit' }).click()
  const field = atWork.window.getByRole('textbox', { name: 'Edited reply' })
  await expect(field).toBeFocused()
  await picture(atWork, 'sent-editing', ['light', 'dark'])
  await field.fill('Clean the **rims** first, then tell us')
  await field.press('Control+Enter')
  await expect(atWork.reply).toHaveValue('And the pads')
  await expect.poll(seen).toEqual(['Clean the rims first, then tell us'])
  const mended = sent(atWork, 'Clean the rims')
  await expect(mended).toHaveAccessibleName(/, edited$/)
  await expect(mended.locator('b')).toHaveText('rims')
  await mended.getByRole('button', { name: 'Edited' }).click()
  await expect(mended.locator('del')).toHaveText('Cleen the rims first, then tell us')
  await picture(atWork, 'sent-edited', ['light', 'dark'])

  // As in Telegram, Up in an empty field takes up the last reply.
  await atWork.reply.fill('')
  await atWork.sendReply('The car is ready, Jonas')
  await expect.poll(seen).toHaveLength(2)
  await expect(
    sent(atWork, 'The car is ready, Jonas').getByRole('img', { name: /^(Sent|Read)/ }),
  ).toBeVisible()
  await atWork.reply.press('ArrowUp')
  await expect(field).toHaveValue('The car is ready, Jonas')
  await field.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(atWork.reply).toBeFocused()

  await choose(atWork, 'The car is ready', 'Delete for the customer…')
  const dialog = atWork.window.getByRole('dialog', { name: 'Delete for the customer' })
  await expect(dialog).toContainText('The car is ready, Jonas')
  await expect(dialog).toBeFocused()
  await picture(atWork, 'sent-delete', ['light', 'dark'])
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(atWork.reply).toBeFocused()
  await expect.poll(seen).toEqual(['Clean the rims first, then tell us'])
  const deleted = atWork.log.getByRole('article', { name: /, deleted$/ })
  await expect(deleted).toContainText(/Deleted for the customer at \d\d:\d\d/)
  await expect(atWork.row('Brakes squeak')).toContainText('Deleted')
  await picture(atWork, 'sent-deleted', ['light', 'dark'])
})

test('an edit that waits for the link says so, and one that Telegram refuses leaves what the customer sees', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Late edit', 'Hello')
  await atWork.openTicket('Late edit')
  await atWork.sendReply('We will lok at it')
  await expect.poll(() => mira.received(topic).length).toBe(1)
  await expect(sent(atWork, 'We will lok at it').getByRole('img', { name: /^(Sent|Read)/ })).toBeVisible()

  await dc.switchboard.goDown()
  await expect(atWork.strip).toContainText('Offline')
  await choose(atWork, 'We will lok at it', 'Edit')
  const field = atWork.window.getByRole('textbox', { name: 'Edited reply' })
  await field.fill('We will look at it')
  await atWork.button('Save').click()
  const reply = sent(atWork, 'We will look at it')
  await expect(reply).toContainText('The edit goes out when online')
  await picture(atWork, 'sent-waiting', ['light', 'dark'])

  dc.switchboard.failWith('messages.EditMessage', 400, 'MESSAGE_EDIT_TIME_EXPIRED')
  await dc.switchboard.comeUp()
  const line = 'The customer was not shown the edit: Telegram does not let this message be edited any more'
  await expect(atWork.log).toContainText(line)
  await expect(sent(atWork, 'We will lok at it')).not.toHaveAccessibleName(/edited/)
  await picture(atWork, 'sent-refused')
})
