import type { Locator } from '@playwright/test'
import type { AgentView, TicketView } from '../../../src-preload/contract/ticket'
import { localAddress } from '../../runtime/local-address'
import type { DeskPage } from '../desk-page'
import { expect, test } from '../fixtures'
import { inItsTime } from './in-its-time'
import { picture } from './picture'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

const status = (desk: DeskPage, name: string): Locator =>
  desk.window.getByRole('button', { name: `Status: ${name}`, exact: true })
const notices = (desk: DeskPage): Locator => desk.window.getByRole('region', { name: 'Notices' })

/** A key pressed outside every text field. */
async function press(desk: DeskPage, key: string): Promise<void> {
  await desk.log.focus()
  await desk.window.keyboard.press(key)
}

/** The ticket of a title, as main holds it. */
async function ticketOf(desk: DeskPage, title: string): Promise<TicketView> {
  const [row] = (await desk.call('queue', 'search', { text: title, limit: 1 })) as readonly TicketView[]
  return (await desk.call('tickets', 'get', { ticketId: row?.id ?? '' })) as TicketView
}

/** Somebody else of the team takes the ticket, as from another desk. */
async function giveToRavi(desk: DeskPage, title: string): Promise<void> {
  const agents = (await desk.call('tickets', 'agents')) as readonly AgentView[]
  const ravi = agents.find(({ name }) => name.startsWith('Ravi'))
  const { id } = await ticketOf(desk, title)
  await desk.call('tickets', 'assign', { ticketId: id, agentId: ravi?.id ?? 'nobody' })
}

test('a ticket that a colleague holds cannot be answered by mistake, and is taken over on purpose', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Raced for', 'Hello')
  dc.staff.byName('Ravi').write(topic, 'Ravi here')
  await atWork.openTicket('Raced for')
  await atWork.reply.fill('Anna here')
  await giveToRavi(atWork, 'Raced for')
  await expect(atWork.window.getByText('Ravi Nair has this ticket.')).toBeVisible()
  await expect(atWork.reply).toHaveCount(0)
  const { id } = await ticketOf(atWork, 'Raced for')
  await expect(atWork.call('tickets', 'claim', { ticketId: id })).rejects.toThrow(/Ravi/)
  await picture(atWork, 'held-by-colleague', ['light', 'dark'])
  await atWork.button('Take over').click()
  await expect(atWork.reply).toHaveValue('Anna here')
  await atWork.reply.press('Control+Enter')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Ravi here', 'Anna here'])
})

test('keys resolve, reopen, wait and hold, and Z takes each back', async ({ atWork, dc }) => {
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'By keys', 'Hello')
  await atWork.openTicket('By keys')
  await press(atWork, 'i')
  await expect(status(atWork, 'In progress')).toBeVisible()
  await press(atWork, 'w')
  await expect(status(atWork, 'Waiting for the customer')).toBeVisible()
  await press(atWork, 'z')
  await expect(status(atWork, 'In progress')).toBeVisible()
  await press(atWork, 'e')
  await expect(status(atWork, 'Resolved')).toBeVisible()
  await expect(notices(atWork)).toContainText(/[A-Z]{3}\d{3} resolved/)
  await picture(atWork, 'resolved', ['light', 'dark'])
  await press(atWork, 'Shift+E')
  await expect(status(atWork, 'In progress')).toBeVisible()
  const ofStatus = notices(atWork).getByRole('status').filter({ hasNotText: 'is yours' })
  await expect(ofStatus).toHaveText(/in progress/)

  await press(atWork, 'h')
  const asked = atWork.window.getByRole('dialog', { name: /^Put [A-Z]{3}\d{3} on hold$/ })
  await expect(asked.getByRole('button', { name: 'Put on hold' })).toBeDisabled()
  await asked.getByRole('textbox', { name: 'Reason' }).fill('Waits for the bank')
  await picture(atWork, 'hold', ['light', 'dark'])
  await asked.getByRole('button', { name: 'Put on hold' }).click()
  await expect(status(atWork, 'On hold')).toBeVisible()
  await expect(atWork.row('By keys')).toHaveAccessibleName(/on hold until/)
  await expect(atWork.log).toContainText('You put this on hold: Waits for the bank')
  await press(atWork, 'z')
  await expect(status(atWork, 'In progress')).toBeVisible()
  await press(atWork, 'Shift+I')
  await expect(atWork.row('By keys')).toHaveAccessibleName(/unassigned/)

  await press(atWork, 'a')
  const choices = atWork.window.getByRole('menuitemradio')
  await expect(choices).toHaveText([/Nobody/, /Anna Berg \(you\)/, /Ravi Nair/, /Sofia Fern/])
  await choices.filter({ hasText: 'Ravi' }).click()
  await expect(atWork.row('By keys')).toHaveAccessibleName(/Ravi Nair/)
  await press(atWork, 'z')
  await expect(atWork.row('By keys')).toHaveAccessibleName(/unassigned/)
})

test('priority and title are changed and both stay after a restart', async ({ atWork, dc, open }) => {
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Small thing', 'Hello')
  await atWork.openTicket('Small thing')
  await press(atWork, 'p')
  await atWork.window.getByRole('menuitemradio', { name: 'High' }).click()
  await expect(atWork.row('Small thing')).toHaveAccessibleName(/High priority/)
  const title = atWork.window
    .getByRole('complementary', { name: /^Ticket / })
    .getByRole('textbox', { name: 'Title' })
  await title.fill('Brakes do not work')
  await title.press('Enter')
  await expect(atWork.row('Brakes do not work')).toBeVisible()
  await expect(atWork.log).toContainText('You renamed the ticket: Brakes do not work')
  await atWork.kill()
  const again = await open({ profile: atWork.profile })
  await expect(again.row('Brakes do not work')).toHaveAccessibleName(/High priority/)
})

test('a topic closed in Telegram resolves its ticket, and closing a ticket closes its topic once', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const first = mira.openTopic(dc.workspace.help, 'Closed by Mira', 'Found it myself')
  await atWork.openTicket('Closed by Mira')
  mira.closeTopic(first)
  await expect(status(atWork, 'Resolved')).toBeVisible()
  await expect(atWork.log).toContainText('Mira Adler closed the topic in Telegram')
  expect(dc.record.calls.byMethod['messages.EditForumTopic'] ?? 0).toBe(0)

  const second = mira.openTopic(dc.workspace.help, 'Closed by the desk', 'Hello')
  await atWork.openTicket('Closed by the desk')
  await status(atWork, 'New').click()
  await atWork.window.getByRole('menuitemradio', { name: 'Closed' }).click()
  await expect.poll(() => second.topic.isClosed).toBe(true)
  await expect(atWork.window.getByText(/^Closed .*Nothing can be added\./)).toBeVisible()
  await picture(atWork, 'closed', ['light', 'dark'])
  await expect(atWork.strip).toContainText('0 messages to send')
  expect(dc.record.calls.byMethod['messages.EditForumTopic']).toBe(1)
  expect((await ticketOf(atWork, 'Closed by the desk')).status).toBe('closed')

  await atWork.window
    .getByRole('form')
    .or(atWork.window.locator('.composer-bar'))
    .getByRole('button', { name: 'Reopen' })
    .click()
  await expect.poll(() => second.topic.isClosed).toBe(false)
  expect(dc.record.calls.byMethod['messages.EditForumTopic']).toBe(2)
})

test('a customer who writes soon after resolution reopens the ticket; later, a follow-up is opened', async ({
  open,
}) => {
  await inItsTime(async (dc, time) => {
    const desk = await open({ dc: localAddress(dc.address) })
    await desk.signInAsAnna(dc, { sendHoldMs: 0, reopenWindowMs: dayMs })
    const pass = async (ms: number) => {
      time.aheadMs += ms
      await desk.passTime(ms)
    }
    const mira = dc.customers.byName('Mira')
    const topic = mira.openTopic(dc.workspace.help, 'Comes back', 'Hello')
    await desk.openTicket('Comes back')
    await press(desk, 'e')
    await expect(status(desk, 'Resolved')).toBeVisible()
    await pass(hourMs)
    mira.write(topic, 'It is broken again')
    await expect(desk.log).toContainText('Mira Adler wrote again: reopened')
    await expect(status(desk, 'Open')).toBeVisible()

    await press(desk, 'e')
    await expect(status(desk, 'Resolved')).toBeVisible()
    await pass(2 * dayMs)
    mira.write(topic, 'And now another thing')
    await expect(desk.row('And now another thing')).toBeVisible()
    const before = await ticketOf(desk, 'Comes back')
    await desk.row('And now another thing').click()
    await expect(desk.log).toContainText(/opened, a follow-up of [A-Z]{3}\d{3}/)
    const sheet = desk.window.getByRole('complementary', { name: /^Ticket / })
    await expect(sheet).toContainText('Follows')
    expect(before.id).not.toBe('')
    await picture(desk, 'follow-up')
    await desk.close()
  })
})

test('a reply begun before the customer wrote again is stopped until it was read', async ({ atWork, dc }) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Talks on', 'First')
  await atWork.openTicket('Talks on')
  await atWork.reply.fill('My answer')
  mira.write(topic, 'Wait, one more thing')
  const guard = atWork.window.getByRole('alert').filter({ hasText: 'wrote while you were typing.' })
  await expect(guard).toBeVisible()
  await picture(atWork, 'stale-guard', ['light', 'dark'])
  await atWork.reply.press('Control+Enter')
  await expect(guard).toHaveCount(0)
  expect(mira.received(topic)).toEqual([])
  await atWork.reply.press('Control+Enter')
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['My answer'])
})

test('drafts of every ticket, reply and note apart, survive a kill', async ({ atWork, dc, open }) => {
  const mira = dc.customers.byName('Mira')
  mira.openTopic(dc.workspace.help, 'Draft one', 'Hello')
  mira.openTopic(dc.workspace.help, 'Draft two', 'Hello')
  await atWork.openTicket('Draft one')
  await atWork.reply.fill('Reply to one')
  await atWork.window.getByRole('tab', { name: 'Internal note' }).click()
  const note = (desk: DeskPage) => desk.window.getByRole('textbox', { name: 'Internal note' })
  await note(atWork).fill('Note on one')
  await atWork.openTicket('Draft two')
  await atWork.reply.fill('Reply to two')
  await atWork.reply.blur()
  const { id } = await ticketOf(atWork, 'Draft two')
  await expect
    .poll(async () => JSON.stringify(await atWork.call('conversation', 'drafts', { ticketId: id })))
    .toContain('Reply to two')
  await atWork.kill()
  const again = await open({ profile: atWork.profile })
  await again.openTicket('Draft two')
  await expect(again.reply).toHaveValue('Reply to two')
  await again.openTicket('Draft one')
  await again.window.getByRole('tab', { name: 'Reply' }).click()
  await expect(again.reply).toHaveValue('Reply to one')
  await again.window.getByRole('tab', { name: 'Internal note' }).click()
  await expect(note(again)).toHaveValue('Note on one')
})

test('a reply is held for five seconds: undone it comes back, left alone it goes out', async ({
  atWork,
  dc,
}) => {
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(dc.workspace.help, 'Second thoughts', 'Hello')
  await atWork.call('settings', 'change', { sendHoldMs: 5000 })
  await atWork.openTicket('Second thoughts')
  await atWork.sendReply('Too hasty')
  const held = atWork.log.getByRole('article', { name: /, queued$/ })
  await expect(held).toContainText(/Sends in \d s/)
  await picture(atWork, 'send-held')
  await held.getByRole('button', { name: 'Undo' }).click()
  await expect(held).toHaveCount(0)
  await expect(atWork.reply).toHaveValue('Too hasty')
  await atWork.reply.fill('Well considered')
  await atWork.reply.press('Control+Enter')
  await expect(held).toContainText('Well considered')
  await atWork.passTime(5001)
  await expect.poll(() => mira.received(topic).map(({ text }) => text)).toEqual(['Well considered'])
})

test('the palette finds commands and tickets, the sheet of keys opens with a question mark', async ({
  atWork,
  dc,
}) => {
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Found by name', 'Hello')
  await expect(atWork.row('Found by name')).toBeVisible()
  await atWork.openTicket('Deposit not returned')
  await atWork.window.keyboard.press('Control+k')
  const search = atWork.window.getByRole('combobox', { name: 'Search commands' })
  await expect(search).toBeFocused()
  await picture(atWork, 'palette', ['light', 'dark'])
  await search.fill('found by')
  await expect(atWork.window.getByRole('option', { name: /Found by name/ }).last()).toBeVisible()
  await search.press('Enter')
  await expect(atWork.window.getByRole('region', { name: 'Found by name', exact: true })).toBeVisible()
  await atWork.window.keyboard.press('Control+k')
  await search.fill('claim')
  await search.press('Enter')
  await expect(status(atWork, 'In progress')).toBeVisible()
  await press(atWork, '?')
  const keys = atWork.window.getByRole('dialog', { name: 'All keys' })
  await expect(keys).toContainText('Resolve')
  await picture(atWork, 'all-keys', ['light', 'dark'])
  await atWork.window.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
})

test('a slash writes into the search that is open already, and a queue tab ends it', async ({
  atWork,
  dc,
}) => {
  dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Sought', 'Hello')
  await expect(atWork.row('Sought')).toBeVisible()
  const search = atWork.window.getByRole('searchbox', { name: 'Search tickets' })
  const found = atWork.window.getByRole('listbox', { name: 'Tickets found' }).getByRole('option')
  await atWork.window.keyboard.press('/')
  await atWork.window.keyboard.type('sought')
  await expect(found).toHaveCount(1)
  await atWork.window.keyboard.press('Enter')
  await expect(atWork.log).toBeFocused()
  await atWork.window.keyboard.press('/')
  await expect(search).toBeFocused()
  await atWork.window.keyboard.type('ieze')
  await expect(search).toHaveValue('ieze')
  await expect(status(atWork, 'New')).toBeVisible()
  await press(atWork, 'Escape')
  await expect(search).toBeFocused()
  await press(atWork, '1')
  await expect(search).toHaveCount(0)
})

test('a closed ticket offers nothing that it would refuse', async ({ atWork, dc }) => {
  const topic = dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Shut', 'Hello')
  await atWork.openTicket('Shut')
  await status(atWork, 'New').click()
  await atWork.window.getByRole('menuitemradio', { name: 'Closed' }).click()
  await expect.poll(() => topic.topic.isClosed).toBe(true)
  for (const key of ['w', 'h']) await press(atWork, key)
  await expect(status(atWork, 'Closed')).toBeVisible()
  await atWork.button('More actions').click()
  await expect(atWork.window.getByRole('menuitem')).toHaveText([/^Copy #/])
})

test('J and K walk the queue, and F6 goes round the parts of the window', async ({ atWork }) => {
  await expect(atWork.rows).toHaveCount(2)
  const chosen = atWork.window.getByRole('option', { selected: true })
  await atWork.window.keyboard.press('j')
  await expect(chosen).toHaveAccessibleName(await nameOfRow(atWork, 0))
  await atWork.window.keyboard.press('j')
  await expect(chosen).toHaveAccessibleName(await nameOfRow(atWork, 1))
  await atWork.window.keyboard.press('k')
  await expect(chosen).toHaveAccessibleName(await nameOfRow(atWork, 0))

  const part = () =>
    atWork.window.evaluate(() => {
      const rooms = ['nav.rail', '.queue', 'form.composer', '.sheet', '.conversation']
      return rooms.find((room) => document.activeElement?.closest(room)) ?? 'none'
    })
  const visited: string[] = []
  for (let step = 0; step < 5; step++) {
    await atWork.window.keyboard.press('F6')
    visited.push(await part())
  }
  expect(new Set(visited)).toEqual(
    new Set(['nav.rail', '.queue', 'form.composer', '.sheet', '.conversation']),
  )
})

/** What a row is called just now, as a pattern: the time in it moves on. */
async function nameOfRow(desk: DeskPage, index: number): Promise<RegExp> {
  const name = await desk.rows.nth(index).getAttribute('aria-label')
  return new RegExp(`^${(name ?? 'nothing').slice(0, 6)} `)
}
