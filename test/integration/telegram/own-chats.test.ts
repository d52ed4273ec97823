import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TelegramFact } from '../../../src-main/core/desk/facts'
import { Refusal } from '../../../src-main/core/refusal'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import {
  type DeskSide,
  deskSide,
  followed,
  privateReply,
  reply,
  signInBot,
  signInByCode,
  topicTask,
} from './desk-side'

let dc: DataCentre
let desk: DeskSide
beforeEach(async () => {
  dc = await startDataCentre({ seed: 7 })
  desk = await deskSide(dc)
  await signInByCode(desk, dc)
  await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
})
afterEach(async () => {
  await desk.telegram.stop()
  await dc.close()
})

const mira = () => dc.customers.byName('Mira')
const anna = () => dc.staff.byName('Anna')
const heard = (text: string) => desk.listener.until(text, () => desk.listener.texts.includes(text))
function factsOf<K extends TelegramFact['kind']>(kind: K): Extract<TelegramFact, { kind: K }>[] {
  return desk.listener.facts.filter((fact): fact is Extract<TelegramFact, { kind: K }> => fact.kind === kind)
}
/** Puts Mira's chat on the desk, as the desk does it. */
async function openMirasChat(): Promise<void> {
  await desk.telegram.chats('mira')
  desk.telegram.watch({ groups: [], chats: ['2010'], chatRule: 'chosen', left: [] })
}

test('a private chat that is not on the desk reaches neither the desk nor its marks nor the log', async () => {
  mira().write(anna().account, 'a private secret')
  await openMirasChat()
  const jonas = dc.customers.byName('Jonas')
  jonas.write(anna().account, 'another secret')
  jonas.typing(anna().account)
  anna().write(jonas.account, 'an answer of Anna’s own')
  mira().write(anna().account, 'for the desk')
  await heard('for the desk')
  const told = JSON.stringify([desk.listener.deliveries, [...desk.listener.marks], desk.log.lines])
  expect(told).not.toMatch(/secret|own|Jonas|2007/)
  expect(desk.listener.texts).toEqual(['for the desk'])
  expect(desk.listener.typed).toEqual([])
})

test('a chat on the desk is read and answered both ways, from whatever app', async () => {
  mira().write(anna().account, 'before')
  await openMirasChat()
  const message = mira().write(anna().account, 'Hello Anna')
  await heard('Hello Anna')
  expect(await desk.telegram.send(privateReply('1001', mira(), 'Hello Mira'))).toMatchObject({ kind: 'sent' })
  anna().write(mira().account, 'from the telephone')
  await heard('from the telephone')
  expect(desk.listener.messages.map(({ text, isOwn, senderId }) => [text, isOwn, senderId])).toEqual([
    ['Hello Anna', false, '2010'],
    ['Hello Mira', true, '1001'],
    ['from the telephone', true, '1001'],
  ])
  mira().edit(message, 'Hello dear Anna')
  await desk.listener.until('the edit', () => factsOf('message-edited').length === 1)
  mira().remove(message)
  await desk.listener.until('the deletion', () => factsOf('messages-deleted').length === 1)
  expect(factsOf('messages-deleted')[0]).toMatchObject({
    chatId: '1001.',
    numbers: [factsOf('message-edited')[0]?.message.number],
  })
  mira().read(anna().account)
  await desk.listener.until('read', () => factsOf('topic-read').length === 1)
  expect(factsOf('topic-read')[0]).toMatchObject({ chatId: '1001.2010', topicId: 0 })
  mira().typing(anna().account)
  await desk.listener.until('typing', () => desk.listener.typed.length === 1)
  expect(desk.listener.typed[0]).toEqual({ chatId: '1001.2010', topicId: 0, personId: '2010' })
})

test('chats are found by name, a person is looked up, and what was said before comes as such', async () => {
  mira().write(anna().account, 'one')
  mira().write(anna().account, 'two')
  expect(await desk.telegram.chats('adler')).toEqual([
    { personId: '2010', name: 'Mira Adler', username: 'miraadler', isFollowed: false },
  ])
  expect([...desk.listener.marks.keys()].filter((name) => name.includes('user'))).toEqual([])
  expect(await desk.telegram.person('2010')).toMatchObject({ name: 'Mira Adler', isBot: false })
  desk.telegram.watch({ groups: [], chats: ['2010'], chatRule: 'chosen', left: [] })
  await desk.telegram.readContext('2010', 20)
  expect(factsOf('message').map(({ isContext, message }) => [isContext, message.text])).toEqual([
    [true, 'one'],
    [true, 'two'],
  ])
  expect(await desk.telegram.chats('')).toContainEqual(
    expect.objectContaining({ personId: '2010', isFollowed: true }),
  )
})

test('a person is looked up by their id alone, also in a run in which no chats were listed', async () => {
  mira().write(anna().account, 'one')
  expect(await desk.telegram.person('2010')).toMatchObject({ name: 'Mira Adler' })
  desk.telegram.watch({ groups: [], chats: ['2010'], chatRule: 'chosen', left: [] })
  await desk.telegram.readContext('2010', 20)
  expect(desk.listener.texts).toEqual(['one'])
  await expect(desk.telegram.person('2005')).rejects.toMatchObject({ code: 'not-found' })
})

test('by rule a stranger who writes comes to the desk', async () => {
  desk.telegram.watch({ groups: [], chats: [], chatRule: 'strangers', left: [] })
  anna().write(dc.customers.byName('Jonas').account, 'written by Anna first')
  mira().write(anna().account, 'Is this the support?')
  await heard('Is this the support?')
  anna().write(mira().account, 'It is')
  await heard('It is')
  expect(desk.listener.texts).toEqual(['Is this the support?', 'It is'])
})

test('a stranger who was taken off the desk is neither read nor kept when they write again', async () => {
  desk.telegram.watch({ groups: [], chats: [], chatRule: 'strangers', left: ['2010'] })
  mira().write(anna().account, 'a private secret')
  dc.customers.byName('Lena').write(anna().account, 'for the desk')
  await heard('for the desk')
  const told = JSON.stringify([desk.listener.deliveries, [...desk.listener.marks], desk.log.lines])
  expect(told).not.toMatch(/secret|Mira|2010/)
})

test('a message of a chat on the desk can be read again by its number, one of another chat cannot', async () => {
  await openMirasChat()
  mira().write(anna().account, 'for the desk')
  await heard('for the desk')
  dc.customers.byName('Jonas').write(anna().account, 'a secret')
  const number = desk.listener.messages.at(-1)?.number ?? 0
  const { facts } = await desk.telegram.readAgain('1001.2010', [number, number + 1])
  expect(facts).toMatchObject([{ kind: 'message', message: { text: 'for the desk', number } }])
})

test('a chat taken off the desk is not read any more', async () => {
  await openMirasChat()
  mira().write(anna().account, 'on the desk')
  await heard('on the desk')
  desk.telegram.watch({ groups: [], chats: ['2001'], chatRule: 'chosen', left: [] })
  mira().write(anna().account, 'off the desk')
  dc.customers.byName('Lena').write(anna().account, 'also on the desk')
  await heard('also on the desk')
  expect(desk.listener.texts).toEqual(['on the desk', 'also on the desk'])
})

test('a gap too long to be told is closed by reading the followed chats again', async () => {
  await openMirasChat()
  mira().write(anna().account, 'before')
  await heard('before')
  await desk.telegram.stop()
  for (let index = 1; index <= 130; index++) mira().write(anna().account, `away ${index}`)
  dc.customers.byName('Jonas').write(anna().account, 'a secret')
  dc.switchboard.commonDifferenceTooLong(anna())
  const { listener, secrets } = desk
  desk = await deskSide(dc, { listener, secrets, watch: { chats: ['2010'] } })
  await heard('away 130')
  const expected = ['before', ...Array.from({ length: 130 }, (_, index) => `away ${index + 1}`)]
  expect(listener.texts).toEqual(expected)
  await listener.until('closed', () => listener.deliveries.some(({ tally }) => tally?.gapsClosed))
  expect(listener.marks.has('behind:1001')).toBe(false)
})

test('thousands of forgotten messages are read page by page, also over a restart, each once and in order', async () => {
  await openMirasChat()
  mira().write(anna().account, 'before')
  await heard('before')
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  await desk.telegram.stop()
  const count = 3_250
  for (let index = 1; index <= count; index++) mira().write(anna().account, `away ${index}`)
  dc.customers.byName('Jonas').write(anna().account, 'a secret')
  dc.switchboard.commonDifferenceTooLong(anna())
  dc.switchboard.delay('messages.GetHistory', 10)
  const { listener, secrets } = desk
  const watch = { chats: ['2010'] }
  desk = await deskSide(dc, { listener, secrets, groupId: '500001', watch })
  await heard('away 300')
  const behind = listener.links.flatMap((link) => (link.kind === 'catching-up' ? [link.behind] : []))
  expect(behind.some((left) => left > 2_000)).toBe(true)
  mira().openTopic(dc.workspace.help, 'Brakes', 'in the group meanwhile')
  await heard('in the group meanwhile')
  expect(listener.texts).not.toContain(`away ${count}`)
  await desk.telegram.stop()
  const readOnce = dc.record.calls.count('messages.GetHistory')
  mira().write(anna().account, 'the newest')
  desk = await deskSide(dc, { listener, secrets, groupId: '500001', watch })
  await heard('the newest')
  const chat = listener.messages.filter(({ chatId }) => chatId === '1001.2010').map(({ text }) => text)
  const away = Array.from({ length: count }, (_, index) => `away ${index + 1}`)
  expect(chat.slice(0, count + 2)).toEqual(['before', ...away, 'the newest'])
  await listener.until('closed', () => listener.deliveries.some(({ tally }) => tally?.gapsClosed))
  expect(dc.record.calls.count('messages.GetHistory')).toBeLessThanOrEqual(35)
  expect(readOnce).toBeGreaterThan(3)
  expect([...listener.marks.keys()].filter((name) => name.startsWith('behind:'))).toEqual([])
  expect(JSON.stringify(listener.deliveries)).not.toContain('a secret')
}, 40_000)

test('two accounts work side by side, each with its own chats', async () => {
  const second = await deskSide(dc)
  try {
    await signInBot(second)
    const topic = mira().openTopic(dc.workspace.help, 'Brakes', 'first')
    await desk.telegram.groups()
    await desk.telegram.follow(followed('500001'))
    await openMirasChat()
    const bot = dc.staff.byName('Fernline Desk').account
    mira().write(bot, 'to the bot')
    mira().write(anna().account, 'to Anna')
    await heard('to Anna')
    await second.listener.until('to the bot', () => second.listener.texts.includes('to the bot'))
    expect(desk.listener.texts).not.toContain('to the bot')
    expect(second.listener.texts).toEqual(['to the bot'])
    await second.telegram.send(privateReply('1100', mira(), 'from the bot'))
    await desk.telegram.send(privateReply('1001', mira(), 'from Anna'))
    expect(
      mira()
        .received(bot)
        .map(({ text }) => text),
    ).toEqual(['from the bot'])
    expect(
      mira()
        .received(anna().account)
        .map(({ text }) => text),
    ).toEqual(['from Anna'])
    expect(topic.id).toBeGreaterThan(1)
  } finally {
    await second.telegram.stop()
  }
})

test('a file that came to one account goes out through another by its bytes, alone and in an album', async () => {
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  const topic = mira().openTopic(dc.workspace.help, 'Brakes', 'first')
  await heard('first')
  const bot = await deskSide(dc)
  let isAway = false
  const { listener, secrets } = desk
  await desk.telegram.stop()
  desk = await deskSide(dc, {
    ...{ listener, secrets, groupId: '500001' },
    borrow: async (media, message) => {
      if (isAway) throw new Refusal('offline', 'The file could not be fetched.')
      return bot.telegram.download(media, message)
    },
  })
  try {
    await signInBot(bot)
    const account = dc.staff.byName('Fernline Desk').account
    const bytes = Buffer.from('%PDF-1.4 eighty euros')
    const sent = [
      mira().sendDocument(account, { name: 'invoice.pdf', mime: 'application/pdf', bytes }),
      mira().sendDocument(account, { name: 'receipt.pdf', mime: 'application/pdf', bytes }),
    ]
    await bot.listener.until('both', () => bot.listener.messages.length === sent.length)
    const [first, second] = bot.listener.messages
    const media = [...(first?.media ?? []), ...(second?.media ?? [])]
    const copyOf = (some: typeof media) =>
      topicTask(
        topic,
        {
          ...{ kind: 'copy', text: '', entities: [], media: some, replyTo: null, albumId: null },
          of: first?.number ?? 0,
        },
        { conversationId: '1100.2010:0' },
      )
    await desk.listener.until('live', () => desk.listener.links.at(-1)?.kind === 'live')
    expect(await desk.telegram.send(copyOf(media.slice(0, 1)))).toMatchObject({ kind: 'sent' })
    expect(await desk.telegram.send(copyOf(media))).toMatchObject({ kind: 'sent' })
    const arrived = () =>
      mira()
        .received(topic)
        .flatMap(({ media }) => media ?? [])
    expect(arrived()).toHaveLength(3)
    expect(dc.record.calls.count('upload.SaveFilePart', 1001)).toBe(3)
    expect(dc.record.calls.count('upload.GetFile', 1100)).toBe(3)
    isAway = true
    // The other account cannot be asked now: it is tried again, and nothing is refused.
    expect(await desk.telegram.send(copyOf(media.slice(0, 1)))).toEqual({ kind: 'unanswered' })
  } finally {
    await bot.telegram.stop()
  }
})

test('several groups are followed at once, each in its own order, and one can be left', async () => {
  await desk.telegram.groups()
  const groups = [followed('500001'), followed('500003')]
  desk.telegram.watch({ groups, chats: [], chatRule: 'chosen', left: [] })
  for (const group of groups) await desk.telegram.follow(group)
  const teams = factsOf('team').map(({ groupId }) => groupId)
  expect(new Set(teams)).toEqual(new Set(['500001', '500003']))
  const help = mira().openTopic(dc.workspace.help, 'Brakes', 'in help')
  const guests = { group: dc.workspace.guests, id: 2 }
  dc.customers.byName('Lena').write(guests, 'in guests')
  await heard('in help')
  await heard('in guests')
  dc.switchboard.dropSockets()
  mira().write(help, 'more help')
  dc.customers.byName('Lena').write(guests, 'more guests')
  await heard('more help')
  await heard('more guests')
  expect(await desk.telegram.send(reply(guests, 'hello guests'))).toMatchObject({ kind: 'sent' })
  desk.telegram.watch({ groups: [followed('500001')], chats: [], chatRule: 'chosen', left: [] })
  dc.customers.byName('Lena').write(guests, 'unheard')
  mira().write(help, 'still heard')
  await heard('still heard')
  expect(desk.listener.texts).not.toContain('unheard')
})

test('how an account does is told in facts, and history page by page', async () => {
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  await openMirasChat()
  desk.telegram.watch({ groups: [followed('500001')], chats: ['2010'], chatRule: 'chosen', left: [] })
  mira().write(anna().account, 'Hello Anna')
  await heard('Hello Anna')
  const health = await desk.telegram.examine()
  expect(health).toMatchObject({
    privacyMode: null,
    groups: [{ id: '500001', isMember: true, type: 'supergroup', hasTopics: true, mayPost: true }],
    isRestricted: false,
    floodUntil: null,
  })
  expect(Math.abs(health.clockSkewMs ?? 99_999)).toBeLessThan(3_000)
  const read = await allHistory()
  expect(read).toContain('1001.2010 Hello Anna')
  expect(read).toContain('500001 I am at Harbour Gate and the code 4471 does nothing.')
})

test('history holds nothing that the stream has still to tell: who compares it overtakes nobody', async () => {
  await desk.telegram.groups()
  await desk.telegram.follow(followed('500001'))
  await openMirasChat()
  desk.telegram.watch({ groups: [followed('500001')], chats: ['2010'], chatRule: 'chosen', left: [] })
  mira().write(anna().account, 'told')
  await heard('told')
  dc.switchboard.suppressUpdates(2)
  mira().write(anna().account, 'on its way')
  mira().openTopic(dc.workspace.help, 'Late', 'on its way too')
  expect((await allHistory()).join()).not.toContain('on its way')
})

async function allHistory(): Promise<string[]> {
  const read: string[] = []
  for await (const page of desk.telegram.history(0, Date.now() + 60_000))
    read.push(...page.messages.map(({ message }) => `${message.chatId} ${message.text}`))
  return read
}

test('whether a reply arrived of which nobody could tell is found by looking', async () => {
  await openMirasChat()
  mira().write(anna().account, 'Hello')
  await heard('Hello')
  const entry = privateReply('1001', mira(), 'Perhaps', { queuedAt: Date.now() })
  const isKnown = (number: number) => desk.listener.messages.some((message) => message.number === number)
  expect(await desk.telegram.check(entry, isKnown)).toBeNull()
  anna().write(mira().account, 'Perhaps')
  expect(await desk.telegram.check(entry, () => false)).toMatchObject({ kind: 'sent' })
})

test('a customer who takes another name, and one who deletes the account, are told', async () => {
  await openMirasChat()
  mira().write(anna().account, 'Hello')
  await heard('Hello')
  mira().rename('Mira', 'Stone')
  const told = () =>
    desk.listener.deliveries.flatMap(({ people }) => people).filter(({ id }) => id === '2010')
  await desk.listener.until('the new name', () => told().at(-1)?.name === 'Mira Stone')
  mira().deleteAccount()
  await desk.listener.until('the end', () => told().at(-1)?.isDeleted === true)
})

test('whom an account has in its address book it knows by that name only, and says so', async () => {
  anna().saveContact(mira().account, 'Aunt Mira')
  await openMirasChat()
  mira().write(anna().account, 'Hello')
  await heard('Hello')
  const told = desk.listener.deliveries.flatMap(({ people }) => people).find(({ id }) => id === '2010')
  expect(told).toMatchObject({ name: 'Aunt Mira', username: 'miraadler', isSavedName: true })
  expect(await desk.telegram.person('2010')).toMatchObject({ isSavedName: true })
})
