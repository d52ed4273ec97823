import { demoForm } from '../../demo/demo-settings'
import type { Party } from '../../telegram/people'
import type { DataCentre } from '../../telegram/server'
import { BOT } from '../../telegram/workspace'
import { expect, test } from '../fixtures'
import { picture } from './picture'
import { staffTopic, textsIn } from './staff-topic'

const botOf = (dc: DataCentre) => dc.world.account(BOT.id)
const heardFromBot = (dc: DataCentre, customer: Party) => () =>
  customer.received(botOf(dc)).map(({ text }) => text)

/** Presses a button of the bot's newest message, once that asks this. */
async function answer(dc: DataCentre, customer: Party, question: string, label: string): Promise<void> {
  await expect.poll(() => heardFromBot(dc, customer)().at(-1)).toBe(question)
  const asked = customer.received(botOf(dc)).at(-1)
  if (asked) customer.press(asked, label)
}

test('a customer of the bot answers its form, the team answers from the desk and from plain Telegram, each once', async ({
  atWork,
  dc,
}) => {
  const room = await atWork.addBot(dc)
  await atWork.call('settings', 'change', { intake: { form: demoForm } })
  const mira = dc.customers.byName('Mira')
  const heard = heardFromBot(dc, mira)
  mira.startBot(botOf(dc))
  mira.write(botOf(dc), 'My brakes squeak since Monday.')
  await answer(dc, mira, 'What is it about?', 'My bike')
  await answer(dc, mira, 'How urgent is it?', 'I cannot ride')

  await expect(atWork.row('My brakes squeak')).toBeVisible()
  const code = await atWork.codeOf('My brakes squeak')
  await expect.poll(() => heard().filter((text) => text.includes(code)).length).toBe(1)
  await atWork.openTicket('My brakes squeak since Monday.')
  const answers = atWork.window.getByRole('region', { name: 'Answers' })
  await expect(answers).toContainText('My bike')
  await expect(answers).toContainText('I cannot ride')
  const copied = () => textsIn(room, staffTopic(room, code))
  await expect.poll(copied).toContainEqual(expect.stringContaining('My brakes squeak since Monday.'))
  await expect.poll(copied).toContainEqual('Topicdesk: Mira Adler chose: I cannot ride')

  await atWork.button('Claim').click()
  await atWork.sendReply('Hello Mira, can you send a photo?')
  const photo = 'Hello Mira, can you send a photo?'
  await expect.poll(() => heard().filter((text) => text === photo).length).toBe(1)
  await expect.poll(copied).toContainEqual(expect.stringContaining(photo))

  const topic = staffTopic(room, code)
  if (!topic) throw new Error('The staff topic is gone.')
  dc.staff.byName('Ravi').write({ group: room, id: topic.id }, 'Or come by, we are open until six.')
  const open = 'Or come by, we are open until six.'
  await expect(atWork.log).toContainText(open)
  await expect.poll(() => heard().filter((text) => text === open).length).toBe(1)
  mira.write(botOf(dc), 'I come at five.')
  await expect(atWork.log).toContainText('I come at five.')
  await expect.poll(copied).toContainEqual(expect.stringContaining('I come at five.'))
  expect(heard().filter((text) => text === open)).toHaveLength(1)
  expect(copied().filter((text) => text.includes(open))).toHaveLength(1)
  expect(await atWork.log.getByText(open).count()).toBe(1)
  await picture(atWork, 'bot-chat', ['light', 'dark'])
})

test('places, contacts, polls and what cannot be shown stand in the conversation, and in the staff topic', async ({
  atWork,
  dc,
}) => {
  const room = await atWork.addBot(dc)
  const mira = dc.customers.byName('Mira')
  mira.startBot(botOf(dc))
  mira.write(botOf(dc), 'I am stranded.')
  await atWork.openTicket('I am stranded.')
  const code = await atWork.codeOf('I am stranded.')
  const venue = { title: 'Kiasma', address: 'Mannerheiminaukio 2, Helsinki' }
  mira.sendPlace(botOf(dc), { latitude: 60.17169, longitude: 24.93729, venue })
  mira.sendPlace(botOf(dc), { latitude: 60.2, longitude: 24.95, livePeriod: 900 })
  mira.shareContact(botOf(dc))
  mira.sendOther(botOf(dc), { kind: 'poll', question: 'When do you come?', options: ['Now', 'Later'] })
  mira.sendOther(botOf(dc), { kind: 'unsupported' })
  const { log, window } = atWork
  await expect(log.getByText('60.17169, 24.93729')).toBeVisible()
  await expect(log.getByRole('article', { name: /a place: Kiasma/ })).toContainText(venue.address)
  await expect(log.getByRole('article', { name: /a contact: Mira Adler/ })).toContainText('Their own number')
  await expect(log.getByRole('article', { name: /a poll: When do you come/ })).toContainText('Later')
  await expect(log).toContainText('a bot’s chat opens nowhere else')
  await expect(atWork.row('I am stranded.')).toContainText('Something unknown')
  await expect(window.getByRole('textbox', { name: 'Phone' })).toHaveValue('+15550002010')
  const copied = () =>
    (staffTopic(room, code)?.messageIds ?? []).flatMap((id) => room.messages.get(id)?.media ?? [])
  await expect.poll(copied).toMatchObject([
    { kind: 'place', venue },
    { kind: 'place', latitude: 60.2 },
    { kind: 'contact', phone: '+15550002010' },
  ])
  await expect
    .poll(() => textsIn(room, staffTopic(room, code)).join('\n'))
    .toMatch(/A poll: When do you come\?\n• Now\n• Later[\s\S]*cannot be copied into the staff group/)
  await picture(atWork, 'bot-places', ['light', 'dark'])
})

test('a form that is edited while a customer is in the middle goes on as it began, and the next one gets the new', async ({
  atWork,
  dc,
}) => {
  await atWork.addBot(dc)
  await atWork.call('settings', 'change', { intake: { form: demoForm } })
  const [mira, osei] = [dc.customers.byName('Mira'), dc.customers.byName('Osei')]
  mira.startBot(botOf(dc))
  mira.write(botOf(dc), 'The bell is gone.')
  await expect.poll(() => heardFromBot(dc, mira)().at(-1)).toBe('What is it about?')

  await atWork.openSettings('Intake')
  const { window } = atWork
  await window.getByRole('button', { name: /What is it about/ }).click()
  const words = window.getByRole('textbox', { name: 'Question' })
  await words.fill('What can we do for you?')
  await words.blur()
  const saved = async () => JSON.stringify(await atWork.call('settings', 'get'))
  await expect.poll(saved).toContain('What can we do for you?')
  await atWork.closeSettings()

  await answer(dc, mira, 'What is it about?', 'My bike')
  await answer(dc, mira, 'How urgent is it?', 'It can wait')
  await atWork.openTicket('The bell is gone.')
  const answers = window.getByRole('region', { name: 'Answers' })
  await expect(answers).toContainText('My bike')
  await expect(answers).toContainText('It can wait')

  osei.startBot(botOf(dc))
  osei.write(botOf(dc), 'My lamp is broken.')
  await answer(dc, osei, 'What can we do for you?', 'A rental')
  await atWork.openTicket('My lamp is broken.')
  await expect(answers).toContainText('A rental')
})

test('a customer who blocked the bot is shown before anyone writes, and can be answered when they are back', async ({
  atWork,
  dc,
}) => {
  await atWork.addBot(dc)
  const mira = dc.customers.byName('Mira')
  mira.startBot(botOf(dc))
  mira.write(botOf(dc), 'Where is my parcel?')
  await atWork.openTicket('Where is my parcel?')
  await atWork.button('Claim').click()
  mira.block(botOf(dc))
  await expect(atWork.window.getByText(/blocked the bot at/)).toBeVisible()
  await atWork.reply.fill('It is on its way.')
  await expect(atWork.button('Send')).toBeDisabled()
  await atWork.reply.fill('')
  await picture(atWork, 'bot-blocked')

  mira.unblock(botOf(dc))
  mira.write(botOf(dc), 'Sorry, wrong button.')
  await expect(atWork.log).toContainText('Sorry, wrong button.')
  await expect(atWork.window.getByText(/blocked the bot at/)).toHaveCount(0)
  await atWork.sendReply('It is on its way.')
  await expect.poll(heardFromBot(dc, mira)).toContain('It is on its way.')
})

test('a staff topic that was deleted in Telegram is made again by itself, with all that was said', async ({
  atWork,
  dc,
}) => {
  const room = await atWork.addBot(dc)
  const mira = dc.customers.byName('Mira')
  const ravi = dc.staff.byName('Ravi')
  mira.startBot(botOf(dc))
  mira.write(botOf(dc), 'The saddle slips.')
  await atWork.openTicket('The saddle slips.')
  const code = await atWork.codeOf('The saddle slips.')
  const copied = () => textsIn(room, staffTopic(room, code)).join('\n')
  await expect.poll(copied).toContain('The saddle slips.')
  const first = staffTopic(room, code)
  if (!first) throw new Error('There is no staff topic.')
  ravi.deleteTopic({ group: room, id: first.id })
  // A bot is not told of a deletion (core.telegram.org/api/bots): it finds out with the next copy.
  mira.write(botOf(dc), 'Still slipping.')
  await expect.poll(copied).toMatch(/The saddle slips\.[\s\S]*Still slipping\./)
  const second = staffTopic(room, code)
  if (!second) throw new Error('There is no second staff topic.')
  expect(second.id).not.toBe(first.id)
  const chat = atWork.window.getByRole('region', { name: 'Private chat' })
  await expect(chat).toContainText('To Fernline Staff')

  ravi.deleteTopic({ group: room, id: second.id })
  mira.write(botOf(dc), 'And it squeaks.')
  await expect.poll(copied).toMatch(/The saddle slips\.[\s\S]*Still slipping\.[\s\S]*And it squeaks\./)
  await expect(chat).toContainText('To Fernline Staff')
})

test('a customer’s topic that was deleted in Telegram is made again from the ticket, and answered there', async ({
  atWork,
  dc,
}) => {
  const { help } = dc.workspace
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(help, 'Handlebar is loose', 'It turns by itself.')
  await atWork.openTicket('Handlebar is loose')
  await atWork.button('Claim').click()
  dc.staff.byName('Ravi').deleteTopic(topic)
  await expect(atWork.window.getByText('The topic was deleted in Telegram.').first()).toBeVisible()
  await picture(atWork, 'topic-deleted')
  await atWork.button('Make the topic again').first().click()
  await expect
    .poll(() => textsIn(help, staffTopic(help, 'Handlebar is loose')).join('\n'))
    .toContain('It turns by itself.')
  await atWork.sendReply('We come by at noon.')
  await expect
    .poll(() => textsIn(help, staffTopic(help, 'Handlebar is loose')))
    .toContain('We come by at noon.')
})
