import type { Locator } from '@playwright/test'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { picture } from './picture'

const lastReply = (desk: DeskPage): Locator => desk.log.getByRole('article', { name: /^Reply from/ }).last()
const texts = (desk: DeskPage) => desk.log.getByRole('article').locator('.rich').allInnerTexts()

test('what an agent did offline goes out by itself and in order once the desk is online, if the customer was silent', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Silent', 'one')
  mira.openTopic(dc.workspace.help, 'Elsewhere', 'hello')
  await atWork.openTicket('Silent')
  await dc.switchboard.goDown()
  await expect(atWork.strip).toContainText(/Offline since|Connecting/, { timeout: 20_000 })
  await atWork.sendReply('first answer')
  await atWork.sendReply('second answer')
  await expect(atWork.strip).toContainText('2 messages to send')
  await atWork.openTicket('Elsewhere')
  await atWork.button('2 messages to send. Go to the next message to send').press('Enter')
  await expect(atWork.window.getByRole('region', { name: 'Silent', exact: true })).toBeVisible()
  await expect(atWork.log).toBeFocused()
  await atWork.openTicket('Elsewhere')
  await atWork.window.keyboard.press('Control+k')
  await atWork.window.getByRole('combobox', { name: 'Search commands' }).fill('next message to send')
  await expect(atWork.window.getByRole('option', { name: 'Go to the next message to send' })).toBeVisible()
  await atWork.window.keyboard.press('Enter')
  await expect(atWork.window.getByRole('region', { name: 'Silent', exact: true })).toBeVisible()
  await atWork.passTime(31_000)
  await dc.switchboard.comeUp()
  await atWork.call('desk', 'reconnect')
  const received = () => mira.received(topic).map(({ text }) => text)
  await expect.poll(received, { timeout: 30_000 }).toEqual(['first answer', 'second answer'])
  await expect(atWork.strip).toContainText('0 messages to send')
})

test('offline, customers write and an agent replies; back online nothing is missing, doubled or out of order', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Tunnel', 'one')
  await atWork.openTicket('Tunnel')
  await dc.switchboard.goDown()
  await expect(atWork.strip).toContainText(/Offline since|Connecting/, { timeout: 20_000 })
  mira.write(topic, 'two')
  mira.write(topic, 'three')
  await atWork.sendReply('first answer')
  await expect(lastReply(atWork)).toContainText('Sends when online')
  await atWork.sendReply('second answer')
  await expect(lastReply(atWork)).toContainText(/Waits for the message above|Sends when online/)
  await expect(atWork.strip).toContainText('2 messages to send')
  await picture(atWork, 'offline', ['light', 'dark'])
  expect(mira.received(topic)).toEqual([])

  await atWork.passTime(31_000)
  await expect(atWork.window.getByRole('alert').filter({ hasText: 'Offline since' })).toBeVisible({
    timeout: 20_000,
  })
  await picture(atWork, 'offline-band')

  await dc.switchboard.comeUp()
  await atWork.button('Try now').click()
  await expect(atWork.strip).toContainText('Connected', { timeout: 30_000 })
  await expect(atWork.strip).toContainText('2 messages not sent')
  const received = () => mira.received(topic).map(({ text }) => text)
  // What Mira wrote meanwhile is news to the agent: the answers stop until they are sent all the same.
  await expect(atWork.log.getByText('Mira Adler wrote before this was sent.')).toHaveCount(2)
  await picture(atWork, 'offline-stale')
  expect(received()).toEqual([])
  await atWork.log.getByRole('button', { name: 'Send anyway' }).first().click()
  await expect.poll(received).toEqual(['first answer'])
  // The key works from where the agent is: in the composer.
  await expect(atWork.log.getByRole('button', { name: 'Send anyway' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+Shift+R',
  )
  await atWork.reply.press('Control+Shift+R')
  await expect.poll(received).toEqual(['first answer', 'second answer'])
  // They stand where the customer sees them.
  await expect.poll(() => texts(atWork)).toEqual(['one', 'two', 'three', 'first answer', 'second answer'])
  await expect(atWork.log).not.toContainText('Sends when online')
  const all = await texts(atWork)
  expect(all.indexOf('two')).toBeLessThan(all.indexOf('three'))
  expect(all.indexOf('first answer')).toBeLessThan(all.indexOf('second answer'))
})

test('offline a ticket is claimed, answered, noted and waits, another is closed; back, it goes out in order, and one key sends what stopped', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'By train', 'one')
  const other = dc.customers.byName('Lena').openTopic(dc.workspace.help, 'To be closed', 'hello')
  await expect(atWork.row('To be closed')).toBeVisible()
  await atWork.openTicket('By train')
  await dc.switchboard.goDown()
  await expect(atWork.strip).toContainText(/Offline since|Connecting/, { timeout: 20_000 })
  await atWork.button('Claim').click()
  await atWork.sendReply('first answer')
  await expect(lastReply(atWork)).toContainText('Sends when online')
  await atWork.window.getByRole('tab', { name: 'Internal note' }).click()
  await atWork.window.getByRole('textbox', { name: 'Internal note' }).fill('Written in the train')
  await atWork.button('Add note').click()
  await expect(atWork.log.getByRole('article', { name: /^Internal note from/ })).toContainText('in the train')
  await atWork.window.getByRole('tab', { name: 'Reply' }).click()
  await atWork.sendReply('second answer')
  await setStatus(atWork, 'In progress', 'Waiting for the customer')
  await expect(atWork.row('By train')).toHaveAccessibleName(/Anna Berg/)
  await atWork.openTicket('To be closed')
  await setStatus(atWork, 'New', 'Closed')
  await expect(atWork.window.getByText(/^Closed .*Nothing can be added\./)).toBeVisible()
  expect([mira.received(topic).length, other.topic.isClosed]).toEqual([0, false])

  await dc.switchboard.comeUp()
  await atWork.call('desk', 'reconnect')
  const received = () => mira.received(topic).map(({ text }) => text)
  await expect.poll(received, { timeout: 30_000 }).toEqual(['first answer', 'second answer'])
  await expect.poll(() => other.topic.isClosed).toBe(true)
  await expect(atWork.strip).toContainText('0 messages to send')
  await atWork.openTicket('By train')
  await expect(
    atWork.window.getByRole('button', { name: 'Status: Waiting for the customer', exact: true }),
  ).toBeVisible()
  expect(dc.record.calls.count('messages.SendMessage')).toBe(2)

  await dc.switchboard.goDown()
  await expect(atWork.strip).toContainText(/Offline since|Connecting/, { timeout: 20_000 })
  await atWork.sendReply('third answer')
  await expect(lastReply(atWork)).toContainText('Sends when online')
  await atWork.passTime(11_000)
  mira.write(topic, 'two')
  await dc.switchboard.comeUp()
  await atWork.call('desk', 'reconnect')
  await expect(atWork.log.getByText('Mira Adler wrote before this was sent.')).toBeVisible({
    timeout: 30_000,
  })
  expect(received()).toHaveLength(2)
  await atWork.log.focus()
  await atWork.window.keyboard.press('Shift+R')
  await expect.poll(received).toEqual(['first answer', 'second answer', 'third answer'])
})

/** Changes the status by the menu in the conversation's bar. */
async function setStatus({ window }: DeskPage, from: string, to: string): Promise<void> {
  await window.getByRole('button', { name: `Status: ${from}`, exact: true }).click()
  await window.getByRole('menuitemradio', { name: to, exact: true }).click()
}

test('a socket cut again and again while both sides write loses and doubles nothing', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Shaky', 'customer 0')
  await atWork.openTicket('Shaky')
  for (let turn = 1; turn <= 4; turn++) {
    dc.switchboard.dropSockets()
    mira.write(topic, `customer ${turn}`)
    await expect(atWork.log).toContainText(`customer ${turn}`, { timeout: 20_000 })
    dc.switchboard.dropSockets()
    await atWork.sendReply(`agent ${turn}`)
    await expect(atWork.log).toContainText(`agent ${turn}`)
  }
  const agent = [1, 2, 3, 4].map((turn) => `agent ${turn}`)
  const customer = [0, 1, 2, 3, 4].map((turn) => `customer ${turn}`)
  await expect.poll(() => mira.received(topic).map(({ text }) => text), { timeout: 30_000 }).toEqual(agent)
  const shown = async (who: string) => (await texts(atWork)).filter((text) => text.startsWith(who))
  await expect.poll(() => shown('customer')).toEqual(customer)
  await expect.poll(() => shown('agent')).toEqual(agent)
})

test('updates that are held back, doubled or turned around are read once and in order', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Jumbled', 'm0')
  await atWork.openTicket('Jumbled')
  dc.switchboard.duplicateUpdates(2)
  mira.write(topic, 'm1')
  mira.write(topic, 'm2')
  dc.switchboard.reorderUpdates(3)
  for (const text of ['m3', 'm4', 'm5']) mira.write(topic, text)
  dc.switchboard.suppressUpdates(2)
  for (const text of ['m6', 'm7']) mira.write(topic, text)
  mira.write(topic, 'm8')
  await expect
    .poll(() => texts(atWork), { timeout: 30_000 })
    .toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'])
})

test('a reply whose answer is lost arrives once', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Lost answer', 'Hello')
  await atWork.openTicket('Lost answer')
  dc.switchboard.loseAnswer('messages.SendMessage')
  await atWork.sendReply('only once')
  await expect.poll(() => mira.received(topic).length).toBe(1)
  dc.switchboard.dropSockets()
  await expect(lastReply(atWork).getByRole('img', { name: 'Sent' })).toBeVisible({ timeout: 30_000 })
  await expect(atWork.strip).toContainText('0 messages to send')
  expect(mira.received(topic).map(({ text }) => text)).toEqual(['only once'])
})

for (const [words, error] of [
  ['when Telegram asks for a pause', 'FLOOD_WAIT_4'],
  ['in slow mode', 'SLOWMODE_WAIT_4'],
] as const)
  test(`${words} the reply waits where it can be seen, and then goes out`, async ({ atWork, dc }) => {
    const mira = dc.customers.byName('Mira')
    const topic = mira.openTopic(dc.workspace.help, 'Too fast', 'Hello')
    await atWork.openTicket('Too fast')
    dc.switchboard.failWith('messages.SendMessage', 420, error)
    await atWork.sendReply('after the pause')
    await expect(lastReply(atWork)).toContainText('Telegram asks for a pause')
    await picture(atWork, error === 'FLOOD_WAIT_4' ? 'flood-wait' : 'slow-mode')
    expect(mira.received(topic)).toEqual([])
    await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['after the pause'])
    await expect(lastReply(atWork).getByRole('img', { name: 'Sent' })).toBeVisible()
  })

test('a session that Telegram ended leaves the tickets readable, and signing in again goes on without loss', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Thrown out', 'before')
  await atWork.openTicket('Thrown out')
  dc.switchboard.revokeSession(dc.staff.byName('Anna').account)
  dc.switchboard.dropSockets()
  const band = atWork.window.getByRole('alert').filter({ hasText: 'Telegram signed this desk out' })
  await expect(band).toBeVisible({ timeout: 20_000 })
  await expect(atWork.strip).toContainText('Signed out by Telegram')
  await expect(atWork.log).toContainText('before')
  mira.write(topic, 'while signed out')
  await atWork.sendReply('written while signed out')
  await expect(lastReply(atWork)).toHaveAccessibleName('Reply from Anna Berg, queued')
  await picture(atWork, 'signed-out-band', ['light', 'dark'])

  await band.getByRole('button', { name: 'Sign in again' }).click()
  await atWork.window.getByRole('tab', { name: 'Phone' }).click()
  await atWork.window.getByRole('textbox', { name: 'Phone number' }).fill('+15550001001')
  await atWork.button('Send code').click()
  const code = atWork.window.getByRole('textbox', { name: 'Code' })
  await expect(code).toBeVisible()
  await code.fill(dc.phoneCode('15550001001') ?? '')
  await expect(atWork.strip).toContainText('Connected', { timeout: 20_000 })
  await atWork.log.getByRole('button', { name: 'Send anyway' }).click()
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['written while signed out'])
  await expect.poll(() => texts(atWork)).toEqual(['before', 'while signed out', 'written while signed out'])
})

test('a reply of which nobody can tell is looked for by a button and sent again if it is not there, and is settled if it turns up', async ({
  atWork,
  dc,
}) => {
  const { help } = dc.workspace
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(help, 'Who knows', 'Hello')
  const account = String(dc.staff.byName('Anna').id)
  const received = () => mira.received(topic).map(({ text }) => text)
  await atWork.call('settings', 'change', { withoutGroup: true })
  await atWork.openTicket('Who knows')
  const perhaps = atWork.log.getByRole('article', { name: /not sent$/ })

  // Telegram is in trouble for so long that the agent gives up and leaves the group.
  dc.switchboard.failWith('messages.SendMessage', 500, 'INTERNAL', 99)
  await atWork.sendReply('did it arrive?')
  await expect.poll(() => dc.record.calls.count('messages.SendMessage')).toBeGreaterThan(0)
  await atWork.call('accounts', 'leaveGroup', { groupId: String(help.id) })
  await expect(perhaps).toContainText('Perhaps sent')
  await atWork.followGroup(account, help, 'public')
  dc.switchboard.allWell()
  await picture(atWork, 'perhaps-sent', ['light', 'dark'])
  await perhaps.getByRole('button', { name: 'Check in Telegram' }).click()
  await expect(
    atWork.window.getByText('Telegram has nothing like it. Sending it again is safe.'),
  ).toBeVisible()
  expect(received()).toEqual([])
  await perhaps.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(received).toEqual(['did it arrive?'])
  await expect(perhaps).toHaveCount(0)

  dc.switchboard.loseAnswer('messages.SendMessage')
  await atWork.sendReply('and this one?')
  await expect.poll(received).toEqual(['did it arrive?', 'and this one?'])
  await atWork.call('accounts', 'leaveGroup', { groupId: String(help.id) })
  await expect(perhaps).toContainText('Perhaps sent')
  // What was missed meanwhile holds the message itself: nobody needs to look.
  await atWork.followGroup(account, help, 'public')
  await expect(perhaps).toHaveCount(0)
  await expect(lastReply(atWork).getByRole('img', { name: 'Sent' })).toBeVisible()
  expect(received()).toEqual(['did it arrive?', 'and this one?'])
})

test('a reply that Telegram refuses turns red with the reason, can be tried again, or comes back as a draft', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Refused', 'Hello')
  await atWork.openTicket('Refused')
  dc.switchboard.failWith('messages.SendMessage', 400, 'TOPIC_CLOSED', 2)
  await atWork.sendReply('Are you there?')
  const failed = atWork.log.getByRole('article', { name: /not sent$/ })
  await expect(failed).toContainText(/Not sent: .*topic.* closed/i)
  await expect(atWork.row('Refused')).toHaveAccessibleName(/1 not sent/)
  await atWork.window.keyboard.press('Control+,')
  await atWork.button('1 message not sent. Go to the next message to send').press('Enter')
  await expect(failed).toBeVisible()
  await picture(atWork, 'reply-failed', ['light', 'dark'])
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => dc.record.calls.count('messages.SendMessage')).toBe(2)
  await expect(failed).toBeVisible()
  await failed.getByRole('button', { name: 'Discard' }).click()
  await expect(failed).toHaveCount(0)
  await expect(atWork.reply).toHaveValue('Are you there?')
  await atWork.reply.press('Control+Enter')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Are you there?'])
})
