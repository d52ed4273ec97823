import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { imageSize } from '../../telegram/media/image-size'
import { png } from '../../telegram/media/png'
import { TlReader } from '../../telegram/tl/reader'
import { long } from '../../telegram/tl/values'
import { encode } from '../../telegram/tl/writer'
import { BOT } from '../../telegram/workspace'
import { RawLink } from './raw-link'
import { errorOf, inputPeer, listen, Rig, sendOnce, textsIn, textTo } from './rig'
import { until } from './until'

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

test('a fault may be meant for one account, or for one peer only', async () => {
  const { switchboard, workspace } = rig.dc
  const anna = await rig.signedIn({ id: 1001 })
  const ravi = await rig.signedIn({ id: 1002 })
  switchboard.floodWait('messages.SendMessage', 9, 1, { user: { id: 1002 } })
  switchboard.peerFlood('messages.SendMessage', 1, { peer: workspace.plain })
  await anna.invoke(textTo(workspace.help, 1, 'goes through', 1n))
  expect(await errorOf(ravi.invoke(textTo(workspace.help, 1, 'waits', 2n)))).toBe('FLOOD_WAIT_9')
  const other = { peer: inputPeer(workspace.plain), message: 'refused', randomId: long(3) }
  expect(await errorOf(anna.invoke(new Api.messages.SendMessage(other)))).toBe('PEER_FLOOD')
  await anna.invoke(new Api.messages.SendMessage({ ...other, randomId: long(4) }))
})

test('the common difference may be too long on demand', async () => {
  const anna = await rig.signedIn({ id: 1001 })
  const state = await anna.invoke(new Api.updates.GetState())
  rig.dc.switchboard.commonDifferenceTooLong({ id: 1001 })
  const ask = () => anna.invoke(new Api.updates.GetDifference({ ...state }))
  expect((await ask()).className).toBe('updates.DifferenceTooLong')
  expect((await ask()).className).not.toBe('updates.DifferenceTooLong')
})

test.each([
  ['ahead', 3600_000, 16],
  ['behind', -3600_000, 17],
] as const)('a clock that is an hour %s makes messages of right clocks bad', async (_where, skewMs, code) => {
  const key = rig.dc.addKey({ id: 1001 })
  const link = await RawLink.open(rig.dc, key)
  link.salt = key.salt
  rig.dc.switchboard.skewClock(skewMs)
  const id = link.send(encode(new Api.updates.GetState()), { seqNo: 1 })
  const { body, messageId } = await link.hear(0xa7eff811)
  expect([body.readBigInt64LE(4), body.readInt32LE(16)]).toEqual([id, code])
  const seen = Number(messageId >> 32n) * 1000 - Date.now()
  expect(Math.abs(seen - skewMs)).toBeLessThan(10_000)
  const right = ((BigInt(Date.now() + skewMs) << 32n) / 1000n) & ~3n
  link.send(encode(new Api.updates.GetState()), { messageId: right, seqNo: 1 })
  await link.hear(0xf35c6d01)
  link.close()
})

test('who lives in another data centre is sent there, and so is who fetches a file', async () => {
  const { dc } = rig
  dc.switchboard.livesIn({ id: 1001 }, 4)
  dc.switchboard.livesIn(BOT, 5)
  const client = await rig.connect()
  const key = dc.addKey()
  const link = await RawLink.open(dc, key)
  link.salt = key.salt
  const [apiId, apiHash] = [1, 'x']
  const ask = async (request: Parameters<typeof encode>[0]) => {
    const reader = new TlReader(await link.result(link.send(encode(request))))
    reader.uint()
    return [reader.int(), reader.string()]
  }
  const settings = new Api.CodeSettings({})
  const phoneNumber = '+15550001001'
  expect(await ask(new Api.auth.SendCode({ phoneNumber, apiId, apiHash, settings }))).toEqual([
    303,
    'PHONE_MIGRATE_4',
  ])
  const { botToken: botAuthToken } = BOT
  const signIn = new Api.auth.ImportBotAuthorization({ apiId, apiHash, botAuthToken })
  expect(await errorOf(sendOnce(client, signIn))).toBe('USER_MIGRATE_5')
  expect((await client.invoke(new Api.help.GetConfig())).dcOptions.map(({ id }) => id)).toEqual([
    1, 2, 3, 4, 5,
  ])
  const photo = dc.customers.byName('Mira').sendPhoto(dc.workspace.help, { seed: 1 })
  dc.switchboard.filesLieIn(4)
  const anna = await rig.signedIn({ id: 1002 })
  const [found] = await anna.getMessages(inputPeer(dc.workspace.help), { ids: [photo.id] })
  if (found?.media === undefined) throw new Error('no photo')
  const bytes = await anna.downloadMedia(found.media, {})
  expect(Buffer.isBuffer(bytes) && imageSize(bytes)).toEqual({ width: 800, height: 600 })
  expect(dc.record.calls.count('auth.ExportAuthorization', 1002)).toBeGreaterThan(0)
  link.close()
})

test('an uploaded photo gets a tiny copy that travels in the message', async () => {
  const mira = rig.dc.customers.byName('Mira')
  const red = png(64, 32, () => [200, 10, 10])
  const sent = mira.sendPhoto(rig.dc.workspace.help, red)
  const stripped = sent.media?.kind === 'photo' ? sent.media.stripped : null
  expect([...(stripped?.subarray(0, 3) ?? [])]).toEqual([1, 20, 40])
  const blue = mira.sendPhoto(
    rig.dc.workspace.help,
    png(64, 32, () => [10, 10, 200]),
  )
  expect(blue.media?.kind === 'photo' && blue.media.stripped?.equals(stripped ?? red)).toBe(false)
})

test('with topics off there is no forum, and the topics are there again when they are on', async () => {
  const { dc } = rig
  const { help } = dc.workspace
  const anna = await rig.signedIn({ id: 1001 })
  const heard = listen(anna)
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(help, 'Here', 'first')
  dc.staff.byName('Anna').toggleForum(help, false)
  await until(() => heard.some((each) => each instanceof Api.UpdateChannel))
  const page = { offsetDate: 0, offsetId: 0, offsetTopic: 0, limit: 100 }
  const list = () => anna.invoke(new Api.messages.GetForumTopics({ peer: inputPeer(help), ...page }))
  expect(await errorOf(list())).toBe('CHANNEL_FORUM_MISSING')
  const create = new Api.messages.CreateForumTopic({ peer: inputPeer(help), title: 'x', randomId: long(1) })
  expect(await errorOf(anna.invoke(create))).toBe('CHANNEL_FORUM_MISSING')
  dc.staff.byName('Anna').toggleForum(help, true)
  expect((await list()).topics.map(({ id }) => id)).toContain(topic.id)
})

test('a deleted topic is gone with all in it, and nothing is sent there any more', async () => {
  const { dc } = rig
  const { help } = dc.workspace
  const anna = await rig.signedIn({ id: 1001 })
  const heard = listen(anna)
  const mira = dc.customers.byName('Mira')
  const topic = mira.openTopic(help, 'Spam', 'buy now')
  dc.staff.byName('Ravi').deleteTopic(topic)
  await until(() => heard.some((each) => each instanceof Api.UpdateDeleteChannelMessages))
  const gone = heard.find((each) => each instanceof Api.UpdateDeleteChannelMessages)
  expect(gone?.messages).toEqual([topic.id, topic.first.id])
  expect(await errorOf(anna.invoke(textTo(help, topic.id, 'hello?', 1n)))).toBe('TOPIC_DELETED')
  expect(await errorOf(anna.invoke(textTo(help, 9999, 'hello?', 2n)))).toBe('TOPIC_DELETED')
  const edit = new Api.messages.EditForumTopic({ peer: inputPeer(help), topicId: 9999, title: 'x' })
  expect(await errorOf(anna.invoke(edit))).toBe('TOPIC_ID_INVALID')
  const found = await anna.invoke(
    new Api.messages.GetForumTopicsByID({ peer: inputPeer(help), topics: [topic.id] }),
  )
  expect(found.topics.map(({ className }) => className)).toEqual(['ForumTopicDeleted'])
})

test('the staff room is a forum without customers, where the bot may do everything', async () => {
  const room = rig.dc.openStaffRoom()
  expect(rig.dc.openStaffRoom()).toBe(room)
  const bot = await rig.signedIn(BOT)
  const made = await bot.invoke(
    new Api.messages.CreateForumTopic({ peer: inputPeer(room), title: 'KPT417', randomId: long(1) }),
  )
  const first = made instanceof Api.Updates ? made.updates[0] : undefined
  if (!(first instanceof Api.UpdateMessageID)) throw new Error('no topic was made')
  const heard = listen(await rig.signedIn({ id: 1001 }))
  await bot.invoke(textTo(room, first.id, 'Mira writes: hello', 2n))
  await until(() => textsIn(heard).includes('Mira writes: hello'))
  expect([...room.members.keys()].sort()).toEqual([1000, 1001, 1002, BOT.id])
})
