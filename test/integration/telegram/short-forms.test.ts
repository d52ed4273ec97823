import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { addBasicGroup } from '../../telegram/world/basic-group'
import { type DeskSide, deskSide, privateReply, signInBot, signInByCode } from './desk-side'

/** Texts as the real service pushes and answers them: without the people, and without what their author knows. */
let dc: DataCentre
let desk: DeskSide
beforeEach(async () => {
  dc = await startDataCentre({ seed: 7 })
  desk = await deskSide(dc)
})
afterEach(async () => {
  await desk.telegram.stop()
  await dc.close()
})

const mira = () => dc.customers.byName('Mira')
const anna = () => dc.staff.byName('Anna')
const heard = (text: string) => desk.listener.until(text, () => desk.listener.texts.includes(text))
const differences = () => dc.record.calls.count('updates.GetDifference')

async function asAnna(chatRule: 'chosen' | 'strangers', chats: readonly string[]): Promise<void> {
  await signInByCode(desk, dc)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
  mira().write(anna().account, 'long before')
  await desk.telegram.chats('mira')
  desk.telegram.watch({ groups: [], chats, chatRule, left: [] })
  mira().write(anna().account, 'in full')
  if (chats.length > 0) await heard('in full')
  dc.switchboard.shortForms(true)
}

test('a short text of a chat on the desk is read with its answers and its bold words, and one of any other is not', async () => {
  await asAnna('chosen', ['2010'])
  const before = differences()
  dc.customers.byName('Jonas').write(anna().account, 'a private secret')
  const question = mira().write(anna().account, 'Hello Anna', {
    entities: [{ kind: 'bold', offset: 0, length: 5 }],
  })
  await heard('Hello Anna')
  expect(desk.listener.messages.at(-1)).toMatchObject({
    ...{ chatId: '1001.2010', senderId: '2010', isOwn: false },
    entities: [{ kind: 'bold', offset: 0, length: 5 }],
  })
  mira().write(anna().account, 'Still there?', { replyTo: question })
  await heard('Still there?')
  const [asked, again] = desk.listener.messages.slice(-2)
  expect(again?.replyTo).toBe(asked?.number)
  anna().write(mira().account, 'from the telephone')
  await heard('from the telephone')
  expect(desk.listener.messages.at(-1)).toMatchObject({ senderId: '1001', isOwn: true, randomId: null })
  expect(differences()).toBe(before)
  expect(JSON.stringify([desk.listener.deliveries, desk.log.lines])).not.toMatch(/secret|2007/)
})

test('a reply that is answered in the short form is heard as the echo of that reply, once', async () => {
  await asAnna('chosen', ['2010'])
  const before = differences()
  const entities = [{ kind: 'bold', offset: 6, length: 4 } as const]
  const [first] = desk.listener.messages
  const entry = privateReply('1001', mira(), 'Hello Mira', { entities, replyTo: first?.number ?? 0 })
  const result = await desk.telegram.send(entry)
  expect(result).toMatchObject({ kind: 'sent', number: expect.any(Number) })
  await heard('Hello Mira')
  expect(desk.listener.messages.at(-1)).toMatchObject({
    ...{ chatId: '1001.2010', isOwn: true, senderId: '1001', randomId: entry.id, entities },
    ...{ number: result.kind === 'sent' ? result.number : null, replyTo: first?.number },
  })
  expect(await desk.telegram.send(entry)).toMatchObject({ kind: 'sent' })
  mira().write(anna().account, 'Thank you')
  await heard('Thank you')
  expect(desk.listener.texts.filter((text) => text === 'Hello Mira')).toHaveLength(1)
  expect(mira().received(anna().account)).toHaveLength(1)
  expect(differences()).toBe(before)
})

test('a bot’s replies are answered in the short form too', async () => {
  await signInBot(desk)
  dc.switchboard.shortForms(true)
  const bot = dc.staff.byName('Fernline Desk').account
  mira().write(bot, 'Hello bot')
  await heard('Hello bot')
  const people = desk.listener.deliveries.flatMap((delivery) => delivery.people)
  expect(people.find(({ id }) => id === '2010')).toMatchObject({ name: 'Mira Adler' })
  const entry = privateReply('1100', mira(), 'Hello Mira')
  expect(await desk.telegram.send(entry)).toMatchObject({ kind: 'sent' })
  await heard('Hello Mira')
  expect(desk.listener.messages.at(-1)).toMatchObject({ isOwn: true, randomId: entry.id })
})

test('a short text of a stranger names nobody: it is asked for in full', async () => {
  await asAnna('strangers', [])
  dc.customers.byName('Ines').write(anna().account, 'Is this the support?')
  await heard('Is this the support?')
  const people = desk.listener.deliveries.flatMap((delivery) => delivery.people)
  expect(people.find(({ id }) => id === '2009')).toMatchObject({ name: 'Ines Duarte' })
  expect(desk.listener.marks.has('peer:1001:user:2009')).toBe(true)
})

test('a short text of a basic group is counted and told to nobody: nothing is missing behind it', async () => {
  await asAnna('chosen', ['2010'])
  const { group } = addBasicGroup(dc.world, 2007, 'Sunday ride', [1001, 2010])
  const before = differences()
  dc.customers.byName('Jonas').write(group, 'a private secret')
  mira().write(anna().account, 'Hello Anna')
  await heard('Hello Anna')
  expect(differences()).toBe(before)
  expect(JSON.stringify(desk.listener.deliveries)).not.toMatch(/secret|Sunday/)
})
