import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import type { IntakeQuestion } from '../../../src-preload/contract/intake'
import { BOT } from '../../telegram/workspace'
import { addBasicGroup, migrate } from '../../telegram/world/basic-group'
import type { Group } from '../../telegram/world/group'
import { deskSide, followed, signInBot, signInByCode } from './desk-side'
import { WholeDesk } from './whole-desk'

/**
 * What can be wrong with what comes in, each over real sockets, with the sentence that the window shows for it:
 *
 * | Wrong | Said where |
 * |---|---|
 * | a bot token that is none, or was replaced | beside its field |
 * | a bot token that is revoked, at work or while the desk was off | session, link, doctor; replies wait |
 * | a token that another program uses, such as a webhook | doctor: Telegram gives no sign |
 * | a group without topics, or that loses them | choosing it; doctor |
 * | no right to open topics in the staff group | conversation and doctor, until the right comes |
 * | answers to the form that do not fit | to the customer, in the chat |
 * | a form that is edited while somebody is in the middle | nobody notices |
 * | 4,096 characters, and more with a prefix | nothing is cut |
 * | a file of 2 GB | its size, and that it opens in Telegram |
 * | a file name with a path in it | the plain name |
 * | numbers that come again when a group becomes a supergroup | nothing is taken for known |
 */
let desk: WholeDesk
beforeEach(async () => {
  desk = await WholeDesk.open()
})
afterEach(() => desk.close())

const mira = () => desk.dc.customers.byName('Mira')
const bot = () => desk.dc.staff.byName('Fernline Desk').account
/** What the bot has told Mira. */
const heard = () =>
  mira()
    .received(bot())
    .map(({ text }) => text)
const topicOf = (room: Group, code: string) =>
  [...room.topics.values()].find(({ title }) => title.startsWith(code))
/** What the team reads in the staff group's topic of a ticket. */
const copiesIn = (room: Group, code: string) => {
  const topic = topicOf(room, code)
  const seen = topic ? desk.dc.staff.byName('Ravi').received({ group: room, id: topic.id }) : []
  return seen.filter(({ text, media }) => text !== '' || media)
}

describe('a bot token', () => {
  test('that is none, and one that was replaced, are refused beside the field', async () => {
    const wrong = desk.ask.session.connectBot({ token: '1100:AAnothingLikeTheRightOne00000000000' })
    await expect(wrong).rejects.toMatchObject({
      message: 'That token is not right. BotFather shows the current one.',
      more: { field: 'token' },
    })
    desk.dc.switchboard.revokeToken(bot())
    await expect(desk.ask.session.connectBot({ token: BOT.botToken })).rejects.toMatchObject({
      message: 'That token was replaced. BotFather shows the current one.',
      more: { field: 'token' },
    })
    expect((await desk.ask.session.get(undefined)).step).toMatchObject({ kind: 'signed-out' })
  })

  test('that is revoked at work signs the bot out, keeps all there is, and with the new one it goes on', async () => {
    await desk.signInBot()
    mira().write(bot(), 'Where is my parcel?')
    const { id: ticketId } = await desk.ticket('Where is my parcel?')
    const token = desk.dc.switchboard.revokeToken(bot())
    await desk.reply(ticketId, 'It is on its way.')
    await desk.until('signed out', async () => (await desk.linkOf('1100')) !== 'live')
    expect((await desk.ask.session.get(undefined)).step).toEqual({
      kind: 'signed-out',
      reason: 'by-telegram',
    })
    expect(await desk.complaints()).toContainEqual(
      'Fernline Desk is signed out. In Topicdesk open Settings, Accounts, and sign in again.',
    )
    expect(await desk.said(ticketId)).toContain('Where is my parcel?')
    const { items } = await desk.ask.conversation.page({ ticketId, limit: 200 })
    expect(items.at(-1)).toMatchObject({ delivery: { kind: 'queued', waits: 'sign-in' } })
    mira().write(bot(), 'Hello?')

    await desk.signInBot(token)
    await desk.shows(ticketId, 'Hello?')
    await desk.until('the answer', () => heard().includes('It is on its way.'))
    expect(heard().filter((text) => text === 'It is on its way.')).toHaveLength(1)
  })

  test('that was revoked while the desk was off is told at the start, and the tickets are there', async () => {
    await desk.signInBot()
    mira().write(bot(), 'Where is my parcel?')
    const { id: ticketId } = await desk.ticket('Where is my parcel?')
    await desk.stop()
    const token = desk.dc.switchboard.revokeToken(bot())
    mira().write(bot(), 'Hello?')
    await desk.start()
    expect(await desk.said(ticketId)).toContain('Where is my parcel?')
    const step = async () => (await desk.ask.session.get(undefined)).step
    await desk.until('signed out', async () => (await step()).kind === 'signed-out')
    expect(await step()).toEqual({ kind: 'signed-out', reason: 'by-telegram' })
    await desk.signInBot(token)
    await desk.shows(ticketId, 'Hello?')
    expect((await desk.said(ticketId)).filter((text) => text === 'Where is my parcel?')).toHaveLength(1)
  })

  test('that another program uses too gives no sign: the doctor says that it cannot know, and nothing is lost', async () => {
    await desk.signInBot()
    const other = await deskSide(desk.dc)
    try {
      await signInBot(other)
      mira().write(bot(), 'Where is my parcel?')
      const { id: ticketId } = await desk.ticket('Where is my parcel?')
      await other.listener.until('heard too', () => other.listener.texts.includes('Where is my parcel?'))
      expect(await desk.said(ticketId)).toContain('Where is my parcel?')
      expect(await desk.complaints()).toContainEqual(
        'Whether another desk uses Fernline Desk is not known. Telegram does not tell a bot. See that one Topicdesk only uses its token, and that no other program answers through it, by a webhook for example.',
      )
    } finally {
      await other.telegram.stop()
    }
  })
})

describe('a group without topics', () => {
  test('cannot be chosen, and it is said how to mend that; chosen, it works', async () => {
    await desk.signInAnna()
    const { plain } = desk.dc.workspace
    const option = async () => {
      const groups = await desk.ask.accounts.groups({ accountId: '1001' })
      return groups.find(({ id }) => id === String(plain.id))
    }
    const lack = { what: 'Topics are off.', mend: 'In Telegram: open the group, Edit, Topics, on.' }
    expect((await option())?.problems).toEqual([lack])
    const wish = { accountId: '1001', groupId: String(plain.id), role: 'public' } as const
    await expect(desk.ask.accounts.followGroup(wish)).rejects.toMatchObject({
      message: `${lack.what} ${lack.mend}`,
    })
    desk.dc.staff.byName('Anna').toggleForum(plain, true)
    expect((await option())?.problems).toEqual([])
    await desk.ask.accounts.followGroup(wish)
    mira().openTopic(plain, 'Which way?', 'Along the river?')
    await desk.ticket('Which way?')
  })

  test('that had some is found by the doctor, and is well again when they are back', async () => {
    await desk.signInAnna()
    const { help } = desk.dc.workspace
    await desk.ask.accounts.followGroup({ accountId: '1001', groupId: String(help.id), role: 'public' })
    const anna = desk.dc.staff.byName('Anna')
    anna.toggleForum(help, false)
    const words =
      'Topics are off in Fernline Help. In Telegram open the group, press its name, Edit, Topics, and switch them on.'
    expect(await desk.complaints()).toContainEqual(words)
    anna.toggleForum(help, true)
    expect(await desk.complaints()).not.toContainEqual(words)
  })
})

test('without the right to open topics in the staff group, chat and doctor say so; with it all that was said is copied', async () => {
  await desk.signInBot()
  const room = await desk.followStaffRoom()
  const owner = desk.dc.staff.byName('Ravi')
  room.reservesTopics = true
  owner.changesRights(room, bot(), { manageTopics: false })
  mira().write(bot(), 'Where is my parcel?')
  const { id: ticketId, code } = await desk.ticket('Where is my parcel?')
  await desk.shows(
    ticketId,
    'The topic was not made: This account may not do that in the group. Make it an admin who manages topics.',
  )
  const complaint =
    'Fernline Desk may not manage topics in Fernline Staff. In Telegram open Fernline Staff, press its name, Edit, Administrators, add @fernline_desk_bot, switch on Manage Topics, and save.'
  expect(await desk.complaints()).toContainEqual(complaint)
  await desk.reply(ticketId, 'We are looking.')
  await desk.until('the answer all the same', () => heard().includes('We are looking.'))

  owner.changesRights(room, bot(), { manageTopics: true })
  expect(await desk.complaints()).not.toContainEqual(complaint)
  mira().write(bot(), 'Any news?')
  await desk.until('the copy', () => copiesIn(room, code).some(({ text }) => text.includes('Any news?')))
  const copied = copiesIn(room, code)
    .map(({ text }) => text)
    .join('\n')
  expect(copied).toContain('Where is my parcel?')
  expect(copied).toContain('We are looking.')
  expect([...room.topics.values()].filter(({ title }) => title.startsWith(code))).toHaveLength(1)
})

describe('a form', () => {
  const question = (key: string, more: Partial<IntakeQuestion>): IntakeQuestion => ({
    ...{ key, kind: 'text', text: `${key}?`, label: key, required: true, options: [], onlyIf: null },
    ...{ maxLength: null, min: null, max: null },
    ...more,
  })
  const asks = (...questions: IntakeQuestion[]) =>
    desk.ask.settings.change({ intake: { form: { isOn: true, questions } } })
  const asked = (text: string) => desk.until(`the bot asks ${text}`, () => heard().at(-1) === text)

  test('tells what an answer takes that does not fit, and takes the one that does', async () => {
    await asks(
      question('frame', { text: 'Frame number?', maxLength: 8 }),
      question('size', { kind: 'number', text: 'Wheel size?', min: 10, max: 40 }),
      question('phone', { kind: 'contact', text: 'Your number?' }),
      question('colour', { text: 'Colour?' }),
    )
    await desk.signInBot()
    mira().write(bot(), 'The saddle slips.')
    await asked('Frame number?')
    mira().write(bot(), 'a'.repeat(4_096))
    await asked('Write it as text, at most 8 characters.\n\nFrame number?')
    mira().sendPhoto(bot(), { seed: 3 })
    mira().write(bot(), 'AB-1234')
    await asked('Wheel size?')
    mira().write(bot(), 'twenty eight')
    await asked('Write a number from 10 to 40.\n\nWheel size?')
    mira().write(bot(), '28')
    await asked('Your number?')
    mira().sendPhoto(bot(), { seed: 4 })
    await asked(
      'Share your number with the button, or write a phone number or an email address.\n\nYour number?',
    )
    mira().write(bot(), '+49 30 1234567')
    await asked('Colour?')
    expect(mira().received(bot()).at(-1)?.markup, 'the button for the number goes').toMatchObject({
      kind: 'hide',
    })
    mira().write(bot(), 'Red')
    const { id: ticketId } = await desk.ticket('The saddle slips.')
    const fields = async () => (await desk.ask.tickets.get({ ticketId })).fields.map(({ value }) => value)
    await desk.until('all answers', async () => (await fields()).length === 4)
    expect(await fields()).toEqual(['AB-1234', 28, '+49 30 1234567', 'Red'])
    const { items } = await desk.ask.conversation.page({ ticketId, limit: 200 })
    const photos = items.filter((item) => item.kind === 'message' && item.media.length > 0)
    expect(photos).toHaveLength(2)
  })

  test('that is edited while somebody is in the middle goes on as it began', async () => {
    await asks(question('frame', { text: 'Frame number?' }), question('colour', { text: 'Colour?' }))
    await desk.signInBot()
    mira().write(bot(), 'The saddle slips.')
    await asked('Frame number?')
    await asks(question('since', { text: 'Since when?' }))
    mira().write(bot(), 'AB-1234')
    await asked('Colour?')
    await desk.stop()
    mira().write(bot(), 'Red')
    await desk.start()
    const { id: ticketId } = await desk.ticket('The saddle slips.')
    const fields = async () => (await desk.ask.tickets.get({ ticketId })).fields.map(({ value }) => value)
    await desk.until('both answers', async () => (await fields()).length === 2)
    expect(await fields()).toEqual(['AB-1234', 'Red'])
    expect(heard()).not.toContain('Since when?')
    const lena = desk.dc.customers.byName('Lena')
    lena.write(bot(), 'Der Sattel rutscht.')
    await desk.until('the new form', () => lena.received(bot()).at(-1)?.text === 'Since when?')
  })
})

test('4,096 characters go through whole, and with a prefix in two messages that go on in bold where they broke', async () => {
  await desk.signInBot()
  const room = await desk.followStaffRoom()
  const long = `${'Long story. '.repeat(341)}${'🚲'.repeat(2)}`
  expect(long).toHaveLength(4_096)
  mira().write(bot(), long)
  const [row] = await desk.found('the ticket', async () => {
    const rows = await desk.ask.queue.search({ text: 'Long story', limit: 1 })
    return rows.length > 0 ? rows : undefined
  })
  const { id: ticketId = '', code = '' } = row ?? {}
  await desk.shows(ticketId, long)
  const texts = () => copiesIn(room, code).map(({ text }) => text)
  await desk.until('the copy', () => texts().includes(long))

  const answer = `${'Long answer '.repeat(341)}end.`
  await desk.reply(ticketId, answer, [{ kind: 'bold', offset: 4_050, length: 46 }])
  await desk.until('the answer', () => heard().includes(answer))
  await desk.until('the copy of it', () => texts().length === 3)
  const [first, second] = copiesIn(room, code).slice(1)
  const prefix = 'Fernline Desk: '
  expect(`${first?.text}${second?.text}`).toBe(`${prefix}${answer}`)
  expect(Math.max(first?.text.length ?? 0, second?.text.length ?? 0)).toBeLessThanOrEqual(4_096)
  const bold = [first, second].map((part) => part?.entities.filter(({ kind }) => kind === 'bold') ?? [])
  const lengths = bold.flat().map(({ length }) => length)
  // The name before the text, and the stretch in its two halves.
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe('Fernline Desk:'.length + 46)
  expect(bold[1]?.[0]).toMatchObject({ offset: 0, length: second?.text.length })
})

describe('a file', () => {
  test('of 2 GB comes with its size, is copied by its name, and nobody fetches it', async () => {
    await desk.signInBot()
    const room = await desk.followStaffRoom()
    const sizeBytes = 2 * 1024 ** 3
    const film = { name: 'ride.mp4', mime: 'video/mp4', bytes: Buffer.from('a film'), sizeBytes }
    mira().sendDocument(bot(), film, 'My ride')
    const { id: ticketId, code } = await desk.ticket('My ride')
    await desk.until('the copy', () => copiesIn(room, code).some(({ media }) => media !== null))
    const { items } = await desk.ask.conversation.page({ ticketId, limit: 200 })
    const [media] = items.flatMap((item) => (item.kind === 'message' ? item.media : []))
    expect(media).toMatchObject({ name: 'ride.mp4', sizeBytes })
    const save = desk.ask.files.save({ ticketId, fileId: media?.fileId ?? '' })
    await expect(save).rejects.toMatchObject({
      message: 'Files up to 50 MB open here. This one has 2048. Open it in Telegram.',
    })
    expect(desk.dc.record.calls.count('upload.GetFile')).toBe(0)
    expect(desk.dc.record.calls.count('upload.SaveBigFilePart')).toBe(0)
  })

  test('whose name leads out of its folder is shown and saved under a plain one', async () => {
    await desk.signInBot()
    const names = [
      '../../../etc/passwd',
      'C:\\Windows\\system32\\evil.dll',
      'invoice\u202Efdp.exe',
      'con.txt',
    ]
    const bytes = Buffer.from('%PDF-1.4')
    for (const name of names) mira().sendDocument(bot(), { name, mime: 'application/pdf', bytes }, name)
    const { id: ticketId } = await desk.ticket('../../../etc/passwd')
    const sent = async () => {
      const { items } = await desk.ask.conversation.page({ ticketId, limit: 200 })
      return items.filter((item): item is MessageItem => item.kind === 'message' && item.media.length > 0)
    }
    await desk.until('all four', async () => (await sent()).length === names.length)
    const files = (await sent()).flatMap(({ media }) => media)
    const plain = ['passwd', 'evil.dll', 'invoicefdp.exe', '_con.txt']
    expect(files.map(({ name }) => name)).toEqual(plain)
    for (const { fileId } of files) expect(await desk.ask.files.save({ ticketId, fileId })).toBe(true)
    expect(desk.saved.map(({ name }) => name)).toEqual(plain)
    expect(desk.saved.every((one) => bytes.equals(one.bytes))).toBe(true)
  })
})

test('numbers that come again when a basic group becomes a supergroup are taken for nothing known', async () => {
  const { dc } = desk
  const { group: basic } = addBasicGroup(dc.world, 1001, 'Old friends', [1002, 2010])
  const side = await deskSide(dc)
  try {
    await signInByCode(side, dc)
    await side.listener.until('live', () => side.listener.links.at(-1)?.kind === 'live')
    await side.telegram.chats('mira')
    const old = { ...followed(String(basic.id)), title: 'Old friends' }
    const watch = { chats: ['2010'], chatRule: 'chosen', left: [] } as const
    side.telegram.watch({ groups: [old], ...watch })
    const anna = dc.staff.byName('Anna').account
    // Private chats and basic groups share one numbering of each account.
    const inPrivate = Array.from({ length: 8 }, (_, index) => mira().write(anna, `in private ${index}`))
    for (let index = 0; index < 8; index++) mira().write(basic, `in the old group ${index}`)
    await side.listener.until('private', () => side.listener.texts.includes('in private 7'))
    const { group } = migrate(dc.world, basic)
    const fact = { kind: 'group-migrated', from: String(basic.id), to: String(group.id) }
    await side.listener.until('migrated', () => side.listener.facts.some(({ kind }) => kind === fact.kind))
    expect(side.listener.facts).toContainEqual(expect.objectContaining(fact))

    const now = { ...old, id: String(group.id) }
    side.telegram.watch({ groups: [now], ...watch })
    dc.staff.byName('Anna').toggleForum(group, true)
    const topic = mira().openTopic(group, 'Brakes squeak', 'in the new group 0')
    for (let index = 1; index < 20; index++) mira().write(topic, `in the new group ${index}`)
    await side.listener.until('all', () => side.listener.texts.includes('in the new group 19'))
    const numbersIn = (chatId: string) =>
      side.listener.messages.filter((one) => one.chatId === chatId).map(({ number }) => number)
    const numbers = numbersIn(String(group.id))
    expect(numbers).toHaveLength(20)
    const privately = numbersIn('1001.2010')
    expect(privately).toEqual(inPrivate.map(({ copies }) => copies.get(1001)))
    // The same number stands for a message in each, and both were told.
    expect(numbers.some((number) => privately.includes(number))).toBe(true)
    expect(JSON.stringify(side.listener.deliveries)).not.toContain('in the old group')
  } finally {
    await side.telegram.stop()
  }
})
