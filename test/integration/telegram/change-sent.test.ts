import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MessageItem } from '../../../src-preload/contract/conversation'
import type { Party } from '../../telegram/people'
import { bluePng } from './pictures'
import { WholeDesk } from './whole-desk'

let desk: WholeDesk
beforeEach(async () => {
  desk = await WholeDesk.open()
})
afterEach(() => desk.close())

/** What Mira sees of us in a place now, and what it said before. */
const seen = (where: Parameters<Party['received']>[0]) =>
  mira()
    .received(where)
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ text, media, edits }) => {
      const texts = [text, ...edits.map((edit) => edit.text)]
      return { text: texts.at(-1), media, before: texts.slice(0, -1) }
    })
const mira = () => desk.dc.customers.byName('Mira')
const bot = () => desk.dc.staff.byName('Fernline Desk').account

async function item(ticketId: string, text: string): Promise<MessageItem> {
  return desk.found(`the message "${text}"`, async () => {
    const { items } = await desk.ask.conversation.page({ ticketId, limit: 200 })
    return items.find((one): one is MessageItem => one.kind === 'message' && one.text === text)
  })
}

/** The reply that says so, once it is at the customer. */
async function arrived(ticketId: string, text: string): Promise<{ ticketId: string; outboxId: string }> {
  const outboxId = await desk.found(`"${text}" to arrive`, async () => {
    const { canDelete, outboxId } = await item(ticketId, text)
    return canDelete ? (outboxId ?? undefined) : undefined
  })
  return { ticketId, outboxId }
}

/** Waits until nothing of a message is on its way. */
const settled = (ticketId: string, text: string) =>
  desk.until(`"${text}" to be settled`, async () => (await item(ticketId, text)).changing === undefined)

/** A ticket in a topic of the group that Anna follows. */
async function topicTicket() {
  await desk.signInAnna()
  const { help } = desk.dc.workspace
  await desk.ask.accounts.followGroup({ accountId: '1001', groupId: String(help.id), role: 'public' })
  const topic = mira().openTopic(help, 'Brakes squeak', 'Hello')
  const { id } = await desk.ticket('Brakes squeak')
  return { ticketId: id, received: () => seen(topic), place: topic }
}

/** A ticket in the private chat of Anna's own account. */
async function privateTicket() {
  await desk.signInAnna()
  const anna = desk.dc.staff.byName('Anna').account
  mira().write(anna, 'Hello Anna')
  const { id } = await desk.ask.accounts.openChat({ accountId: '1001', personId: '2010' })
  return { ticketId: id, received: () => seen(anna), place: anna }
}

const gaps = async () => (await desk.ask.evidence.get(undefined)).accounts.map(({ today }) => today.gapsFound)

const ways = [
  ['a topic', topicTicket],
  ['a private chat', privateTicket],
] as const

test.each(ways)('in %s a typo is mended for the customer, who sees one edited message', async (_, open) => {
  const { ticketId, received } = await open()
  await desk.reply(ticketId, 'We lok into it')
  const sent = await arrived(ticketId, 'We lok into it')
  await desk.ask.conversation.edit({
    ...sent,
    text: 'We look into it',
    entities: [{ kind: 'bold', offset: 3, length: 4 }],
  })
  await settled(ticketId, 'We look into it')
  expect(received()).toMatchObject([{ text: 'We look into it', before: ['We lok into it'] }])
  mira().write(desk.dc.staff.byName('Anna').account, 'behind the echo')
  const after = await item(ticketId, 'We look into it')
  expect(after.versions.map(({ text }) => text)).toEqual(['We lok into it'])
  expect(after).toMatchObject({
    editedAt: expect.any(Number),
    entities: [{ kind: 'bold', offset: 3, length: 4 }],
  })
})

test.each(ways)(
  'in %s a reply is deleted for the customer, and the stream has no gap by it',
  async (_, open) => {
    const { ticketId, received, place } = await open()
    await desk.reply(ticketId, 'For somebody else')
    const sent = await arrived(ticketId, 'For somebody else')
    const before = await gaps()
    await desk.ask.conversation.delete(sent)
    await desk.until(
      'it to be deleted',
      async () => (await item(ticketId, 'For somebody else')).deletedAt !== null,
    )
    expect(received()).toEqual([])
    mira().write(place, 'Was there something?')
    await desk.shows(ticketId, 'Was there something?')
    expect(desk.kept.filter(({ event }) => event.kind === 'message-deleted')).toHaveLength(1)
    expect(await gaps()).toEqual(before)
  },
)

test('an album goes whole, and its caption can be changed before', async () => {
  const { ticketId, received } = await topicTicket()
  const files = await Promise.all(
    [1, 2].map((seed) =>
      desk.ask.files.stage({
        name: `${seed}.png`,
        mime: 'image/png',
        base64: Buffer.from(bluePng(seed)).toString('base64'),
      }),
    ),
  )
  await desk.reply(
    ticketId,
    'Two veiws',
    [],
    files.map(({ id }) => id),
  )
  const sent = await arrived(ticketId, 'Two veiws')
  await desk.ask.conversation.edit({ ...sent, text: 'Two views', entities: [] })
  await settled(ticketId, 'Two views')
  expect(received().map(({ text, media }) => [text, media?.kind])).toEqual([
    ['Two views', 'photo'],
    ['', 'photo'],
  ])
  await desk.ask.conversation.edit({ ...sent, text: '', entities: [] })
  await settled(ticketId, '')
  expect(received().map(({ text }) => text)).toEqual(['', ''])
  await desk.ask.conversation.delete(sent)
  await desk.until('both to go', () => received().length === 0)
})

test('what was changed while Telegram was out of reach goes out in order when it is back', async () => {
  const { ticketId, received } = await topicTicket()
  await desk.reply(ticketId, 'One')
  const one = await arrived(ticketId, 'One')
  await desk.reply(ticketId, 'Wrong')
  const wrong = await arrived(ticketId, 'Wrong')
  await desk.dc.switchboard.goDown()
  await desk.until('the link to be down', async () => (await desk.linkOf('1001')) !== 'live')
  await desk.ask.conversation.edit({ ...one, text: 'One, better', entities: [] })
  await desk.ask.conversation.edit({ ...one, text: 'One, best', entities: [] })
  await desk.ask.conversation.delete(wrong)
  await desk.reply(ticketId, 'Three')
  expect(await item(ticketId, 'One, best')).toMatchObject({ changing: { kind: 'edit' } })
  await desk.stop()
  await desk.dc.switchboard.comeUp()
  await desk.start()
  await arrived(ticketId, 'Three')
  await settled(ticketId, 'One, best')
  expect(received()).toMatchObject([{ text: 'One, best', before: ['One', 'One, better'] }, { text: 'Three' }])
}, 40_000)

test.each([
  ['MESSAGE_EDIT_TIME_EXPIRED', 400, 'Telegram does not let this message be edited any more.'],
  ['MESSAGE_AUTHOR_REQUIRED', 403, 'Only what this account wrote can be edited.'],
  ['SOMETHING_NEW', 400, 'Telegram does not take it (SOMETHING_NEW).'],
])('%s is said, and the old words stand again', async (name, code, words) => {
  const { ticketId, received } = await topicTicket()
  await desk.reply(ticketId, 'We lok into it')
  const sent = await arrived(ticketId, 'We lok into it')
  desk.dc.switchboard.failWith('messages.EditMessage', code, name)
  await desk.ask.conversation.edit({ ...sent, text: 'We look into it', entities: [] })
  await desk.shows(ticketId, `The customer was not shown the edit: ${words}`)
  expect(await item(ticketId, 'We lok into it')).toMatchObject({
    versions: [],
    editedAt: null,
    canEdit: true,
  })
  expect(received().map(({ text }) => text)).toEqual(['We lok into it'])
})

test('a message that says so already is as it was wished', async () => {
  const { ticketId } = await topicTicket()
  await desk.reply(ticketId, 'We lok into it')
  const sent = await arrived(ticketId, 'We lok into it')
  desk.dc.switchboard.failWith('messages.EditMessage', 400, 'MESSAGE_NOT_MODIFIED')
  await desk.ask.conversation.edit({ ...sent, text: 'We look into it', entities: [] })
  await settled(ticketId, 'We look into it')
})

test('the bot’s reply changes for the customer and in the staff group, and goes', async () => {
  await desk.signInBot()
  const room = await desk.followStaffRoom()
  mira().write(bot(), 'Hello bot')
  const { id: ticketId } = await desk.ticket('Hello bot')
  await desk.reply(ticketId, 'We lok into it')
  const sent = await arrived(ticketId, 'We lok into it')
  const inRoom = () => [...room.messages.values()].map(({ text }) => text)
  await desk.until('the copy', () => inRoom().some((text) => text.endsWith(': We lok into it')))
  await desk.ask.conversation.edit({ ...sent, text: 'We look into it', entities: [] })
  await desk.until('the edited copy', () => inRoom().some((text) => text.endsWith(': We look into it')))
  await settled(ticketId, 'We look into it')
  const received = () => seen(bot())
  expect(received().map(({ text }) => text)).toEqual(['We look into it'])
  await desk.ask.conversation.delete(sent)
  await desk.until('it to go', () => received().length === 0)
  await desk.until('a word on it', () =>
    inRoom().some((text) => text.endsWith('deleted this message for the customer.')),
  )
  expect(inRoom().filter((text) => text.includes('Mira'))).toEqual([])
})

test('a message of the bot that the customer deleted is shown as deleted once it was to be edited', async () => {
  await desk.signInBot()
  mira().write(bot(), 'Hello bot')
  const { id: ticketId } = await desk.ticket('Hello bot')
  await desk.reply(ticketId, 'We lok into it')
  const sent = await arrived(ticketId, 'We lok into it')
  desk.dc.switchboard.failWith('messages.EditMessage', 400, 'MESSAGE_ID_INVALID')
  await desk.ask.conversation.edit({ ...sent, text: 'We look into it', entities: [] })
  await desk.shows(ticketId, 'The customer was not shown the edit: The message was deleted in Telegram.')
  await desk.until(
    'it to be deleted',
    async () => (await item(ticketId, 'We lok into it')).deletedAt !== null,
  )
})

test('a deletion that Telegram refuses is said, and the message stays', async () => {
  const { ticketId, received } = await topicTicket()
  await desk.reply(ticketId, 'Stays')
  const sent = await arrived(ticketId, 'Stays')
  desk.dc.switchboard.failWith('channels.DeleteMessages', 403, 'MESSAGE_DELETE_FORBIDDEN')
  await desk.ask.conversation.delete(sent)
  const why = 'Telegram does not let this account delete the message any more.'
  await desk.shows(ticketId, `The customer still sees what was taken out: ${why}`)
  expect(received()).toHaveLength(1)
  expect(await item(ticketId, 'Stays')).toMatchObject({ deletedAt: null, canDelete: true })
})
