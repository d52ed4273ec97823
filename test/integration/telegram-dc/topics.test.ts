import { Api, type TelegramClient } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { long } from '../../telegram/tl/values'
import { errorOf, inputChannel, inputPeer, inTopic, listen, Rig, textTo } from './rig'
import { until } from './until'

let rig: Rig
let anna: TelegramClient

beforeEach(async () => {
  rig = await Rig.start()
  anna = await rig.signedIn({ id: 1001 })
})
afterEach(() => rig.end())

const help = () => rig.dc.workspace.help
const edit = (
  fields: Partial<ConstructorParameters<typeof Api.messages.EditForumTopic>[0]> & { topicId: number },
) => new Api.messages.EditForumTopic({ peer: inputPeer(help()), ...fields })

async function titles(): Promise<Record<string, boolean>> {
  const list = await anna.invoke(
    new Api.messages.GetForumTopics({
      peer: inputPeer(help()),
      offsetDate: 0,
      offsetId: 0,
      offsetTopic: 0,
      limit: 50,
    }),
  )
  const topics = list.topics.filter((topic) => topic instanceof Api.ForumTopic)
  return Object.fromEntries(topics.map((topic) => [topic.title, topic.closed === true]))
}

test('an agent makes a topic, renames it, closes it, reopens it and deletes it', async () => {
  const made = await anna.invoke(
    new Api.messages.CreateForumTopic({ peer: inputPeer(help()), title: 'Recall', randomId: long(4) }),
  )
  const updates = made instanceof Api.Updates ? made.updates : []
  expect(updates.map(({ className }) => className)).toEqual(['UpdateMessageID', 'UpdateNewChannelMessage'])
  const topicId = updates[0] instanceof Api.UpdateMessageID ? updates[0].id : 0
  await anna.invoke(edit({ topicId, title: 'Brake recall' }))
  await anna.invoke(edit({ topicId, closed: true }))
  expect((await titles())['Brake recall']).toBe(true)
  await anna.invoke(edit({ topicId, closed: false }))
  expect((await titles())['Brake recall']).toBe(false)
  await anna.invoke(new Api.messages.DeleteTopicHistory({ peer: inputPeer(help()), topMsgId: topicId }))
  expect(await titles()).not.toHaveProperty('Brake recall')
  expect(await errorOf(anna.invoke(textTo(help(), topicId, 'x', 9n)))).toBe('TOPIC_DELETED')
})

test('what may not be done to a topic has a name', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const { id: topicId } = mira.openTopic(help(), 'Deposit', 'Where is it?')
  expect(await errorOf(anna.invoke(edit({ topicId, title: 'Deposit' })))).toBe('TOPIC_NOT_MODIFIED')
  expect(await errorOf(anna.invoke(edit({ topicId, title: 'x', closed: true })))).toBe(
    'TOPIC_CLOSE_SEPARATELY',
  )
  expect(await errorOf(anna.invoke(edit({ topicId: 99_999, closed: true })))).toBe('TOPIC_ID_INVALID')
  const lena = await rig.signedIn({ id: 2001 })
  expect(await errorOf(lena.invoke(edit({ topicId, title: 'Mine now' })))).toBe('CHAT_ADMIN_REQUIRED')
  const plain = new Api.messages.GetForumTopics({
    peer: inputPeer(rig.dc.workspace.plain),
    offsetDate: 0,
    offsetId: 0,
    offsetTopic: 0,
    limit: 5,
  })
  expect(await errorOf(anna.invoke(plain))).toBe('CHANNEL_FORUM_MISSING')
})

test('a closed topic takes messages from agents and from nobody else', async () => {
  const lena = await rig.signedIn({ id: 2001 })
  const mira = rig.dc.customers.byName('Mira')
  const { id: topicId } = mira.openTopic(help(), 'Deposit', 'Where is it?')
  await anna.invoke(edit({ topicId, closed: true }))
  expect(await errorOf(lena.invoke(textTo(help(), topicId, 'me too', 1n)))).toBe('TOPIC_CLOSED')
  await anna.invoke(textTo(help(), topicId, 'It is on its way', 2n))
  expect(mira.received().at(-1)?.text).toBe('It is on its way')
})

test('an answer carries formatting, the message it answers and its topic', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help(), 'Deposit', 'Where is it?')
  const entities = [
    new Api.MessageEntityBold({ offset: 0, length: 5 }),
    new Api.MessageEntityTextUrl({ offset: 6, length: 4, url: 'https://fernline.example' }),
  ]
  const message = 'Today here'
  const replyTo = inTopic(topic.id, topic.first.id)
  await anna.invoke(
    new Api.messages.SendMessage({ peer: inputPeer(help()), message, entities, replyTo, randomId: long(8) }),
  )
  const [received] = mira.received(topic)
  expect(received?.replyTo).toBe(topic.first.id)
  expect(received?.entities).toEqual([
    { kind: 'bold', offset: 0, length: 5 },
    { kind: 'textUrl', offset: 6, length: 4, url: 'https://fernline.example' },
  ])
  const out = new Api.messages.SendMessage({
    peer: inputPeer(help()),
    message: 'short',
    entities: [new Api.MessageEntityBold({ offset: 3, length: 9 })],
    randomId: long(9),
  })
  expect(await errorOf(anna.invoke(out))).toBe('ENTITY_BOUNDS_INVALID')
})

test('edits and deletions reach the customer, and what may not be edited has a name', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help(), 'Deposit', 'Where is it?')
  await anna.invoke(textTo(help(), topic.id, 'Tomorow', 1n))
  const id = mira.received(topic)[0]?.id ?? 0
  const change = (message: string, of = id) =>
    anna.invoke(new Api.messages.EditMessage({ peer: inputPeer(help()), id: of, message }))
  await change('Tomorrow')
  expect(await errorOf(change('Tomorrow'))).toBe('MESSAGE_NOT_MODIFIED')
  expect(await errorOf(change('x', 99_999))).toBe('MESSAGE_ID_INVALID')
  expect(await errorOf(change('x', topic.first.id))).toBe('MESSAGE_AUTHOR_REQUIRED')
  expect(mira.received(topic)[0]?.edits.map(({ text }) => text)).toEqual(['Tomorrow'])
  await anna.invoke(new Api.channels.DeleteMessages({ channel: inputChannel(help()), id: [id] }))
  expect(mira.received(topic)[0]?.deletedAt).not.toBeNull()
  const lena = await rig.signedIn({ id: 2001 })
  const foreign = new Api.channels.DeleteMessages({ channel: inputChannel(help()), id: [topic.first.id] })
  expect(await errorOf(lena.invoke(foreign))).toBe('MESSAGE_DELETE_FORBIDDEN')
})

test('texts that are empty or too long are refused', async () => {
  expect(await errorOf(anna.invoke(textTo(help(), 1, '   ', 1n)))).toBe('MESSAGE_EMPTY')
  expect(await errorOf(anna.invoke(textTo(help(), 1, 'x'.repeat(4097), 2n)))).toBe('MESSAGE_TOO_LONG')
  await anna.invoke(textTo(help(), 1, 'x'.repeat(4096), 2n))
})

test('unread counts fall when a topic is read, and the author learns that it was', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help(), 'Deposit', 'one')
  mira.write(topic, 'two')
  const heard = listen(anna)
  const unread = async () => {
    const byId = new Api.messages.GetForumTopicsByID({ peer: inputPeer(help()), topics: [topic.id] })
    const [found] = (await anna.invoke(byId)).topics
    return found instanceof Api.ForumTopic ? found.unreadCount : -1
  }
  expect(await unread()).toBe(2)
  const last = topic.topic.messageIds.at(-1) ?? 0
  await anna.invoke(
    new Api.messages.ReadDiscussion({ peer: inputPeer(help()), msgId: topic.id, readMaxId: last }),
  )
  expect(await unread()).toBe(0)
  await anna.invoke(textTo(help(), topic.id, 'answer', 1n))
  mira.read(topic)
  await until(() => heard.some((update) => update instanceof Api.UpdateReadChannelDiscussionOutbox))
})

test('typing is seen by the others and leaves no trace', async () => {
  const heard = listen(anna)
  const before = help().pts
  rig.dc.customers.byName('Mira').typing({ group: help(), id: 1 })
  await until(() => heard.some((update) => update instanceof Api.UpdateChannelUserTyping))
  expect(help().pts).toBe(before)
})

test('a topic lists its own messages and no others, newest first, in pages', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help(), 'Many', '0')
  for (let n = 1; n < 30; n++) mira.write(topic, String(n))
  const page = async (offsetId: number) => {
    const offsets = { offsetId, offsetDate: 0, addOffset: 0, limit: 20, maxId: 0, minId: 0, hash: long(0) }
    const answer = await anna.invoke(
      new Api.messages.GetReplies({ peer: inputPeer(help()), msgId: topic.id, ...offsets }),
    )
    return 'messages' in answer ? answer.messages.filter((each) => each instanceof Api.Message) : []
  }
  const first = await page(0)
  const second = await page(first.at(-1)?.id ?? 0)
  expect([...first, ...second].map(({ message }) => message)).toEqual(
    Array.from({ length: 30 }, (_, n) => String(29 - n)),
  )
})

test('members and their rights are told as the desk needs them', async () => {
  const me = await anna.invoke(
    new Api.channels.GetParticipant({ channel: inputChannel(help()), participant: new Api.InputPeerSelf() }),
  )
  const { participant } = me
  expect(participant instanceof Api.ChannelParticipantAdmin && participant.adminRights.manageTopics).toBe(
    true,
  )
  const { guests } = rig.dc.workspace
  const guest = await anna.invoke(
    new Api.channels.GetParticipant({ channel: inputChannel(guests), participant: new Api.InputPeerSelf() }),
  )
  expect(guest.participant.className).toBe('ChannelParticipantSelf')
  const admins = await anna.invoke(
    new Api.channels.GetParticipants({
      channel: inputChannel(help()),
      filter: new Api.ChannelParticipantsAdmins(),
      offset: 0,
      limit: 50,
      hash: long(0),
    }),
  )
  expect(admins instanceof Api.channels.ChannelParticipants && admins.count).toBe(4)
})

test('who leaves hears nothing any more, and who joins hears from then on', async () => {
  const zahra = rig.dc.customers.byName('Zahra')
  zahra.leaves(help())
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help(), 'Gone', 'while away')
  zahra.joins(help())
  mira.write(topic, 'welcome back')
  expect(zahra.received(topic).map(({ text }) => text)).toEqual(['welcome back'])
})

test('a private message lies in two boxes with ids of their own', async () => {
  const jonas = rig.dc.customers.byName('Jonas')
  const ravi = rig.dc.staff.byName('Ravi')
  const before = ravi.account.box.pts
  const heard = listen(anna)
  jonas.write(anna1(), 'Are you there?')
  await until(() => heard.some((update) => update instanceof Api.UpdateNewMessage))
  const peer = new Api.InputPeerUser({ userId: long(jonas.id), accessHash: long(jonas.account.accessHash) })
  await anna.invoke(new Api.messages.SendMessage({ peer, message: 'Yes', randomId: long(3) }))
  expect(jonas.received().at(-1)).toMatchObject({ text: 'Yes', fromName: 'Anna', chatId: 1001 })
  expect(ravi.account.box.pts).toBe(before)
})

function anna1() {
  return rig.dc.world.account(1001)
}

test('links, mentions and hashtags are found by the service, but not inside what the author marked', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help(), 'Links', 'hello')
  const message = 'See https://fernline.example/a?b=1. @anna_fernline #deposit me@fernline.example /start'
  const entities = [new Api.MessageEntityCode({ offset: message.indexOf('/start'), length: 6 })]
  const replyTo = inTopic(topic.id)
  await anna.invoke(
    new Api.messages.SendMessage({ peer: inputPeer(help()), message, entities, replyTo, randomId: long(8) }),
  )
  const found = mira.received(topic)[0]?.entities ?? []
  expect(
    found.map(({ kind, offset, length }) => `${kind} ${message.slice(offset, offset + length)}`),
  ).toEqual([
    'url https://fernline.example/a?b=1',
    'mention @anna_fernline',
    'hashtag #deposit',
    'email me@fernline.example',
    'code /start',
  ])
})
