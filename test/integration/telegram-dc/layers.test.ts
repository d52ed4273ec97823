import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gunzip } from '../../telegram/session/unpack'
import { constructorOf } from '../../telegram/tl/older'
import { TlReader } from '../../telegram/tl/reader'
import { long } from '../../telegram/tl/values'
import { encode, TlWriter } from '../../telegram/tl/writer'
import { BOT } from '../../telegram/workspace'
import { RawLink } from './raw-link'
import { Rig } from './rig'
import { until } from './until'

/** Ids of `user`, by the layer that has them. */
const USER = { 158: 0x8f97c628, 198: 0x4b46c37e, 227: 0x31774388, 229: 0xb1b8cc83 } as const
const UPDATES = 0x74ae4240

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

async function open(userId: number): Promise<RawLink> {
  const key = rig.dc.addKey({ id: userId })
  const link = await RawLink.open(rig.dc, key)
  link.salt = key.salt
  return link
}

const withLayer = (layer: number, query: Buffer) =>
  new TlWriter().uint(0xda9b0d0d).int(layer).raw(query).done()
const getMe = () => encode(new Api.users.GetUsers({ id: [new Api.InputUserSelf()] }))

test.each(Object.entries(USER))(
  'a client of layer %s gets a user in the form it knows',
  async (layer, id) => {
    const link = await open(1001)
    const result = await link.result(link.send(withLayer(Number(layer), getMe())))
    expect(gunzip(result).readUInt32LE(8)).toBe(id)
    expect(new TlReader(gunzip(result), 8).object()).toMatchObject({ self: true, firstName: 'Anna' })
    link.close()
  },
)

test('pushes come in the layer that each client has told, to all at once', async () => {
  const [older, newer] = [await open(1001), await open(1002)]
  await older.result(older.send(withLayer(198, getMe())))
  await newer.result(newer.send(getMe()))
  rig.dc.customers.byName('Mira').write(rig.dc.workspace.help, 'Hello')
  const pushOf = (link: RawLink) => link.heard.find(({ body }) => body.readUInt32LE(0) === UPDATES)?.body
  await until(() => pushOf(older) !== undefined && pushOf(newer) !== undefined)
  const messageId = (link: RawLink) => (pushOf(link) ?? Buffer.alloc(0)).readUInt32LE(4 + 8 + 4)
  expect([messageId(older), messageId(newer)]).toEqual([0x96fdbbe9, 0x7600b9d3])
  for (const link of [older, newer]) {
    const { updates } = new TlReader(pushOf(link) ?? Buffer.alloc(0)).object() as Api.Updates
    expect(updates[0]).toMatchObject({ message: { message: 'Hello' } })
    link.close()
  }
})

test('what layer 158 sends means the same: where it answers is in the message itself', async () => {
  const { help } = rig.dc.workspace
  const [topic] = [...help.topics.values()].filter(({ id }) => id > 1)
  const link = await open(1001)
  const send = new TlWriter().uint(0x1cc20387).uint(1 | (1 << 9))
  const peer = new Api.InputPeerChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const topicId = topic?.id ?? 0
  send.object(peer).int(topicId).int(topicId).string('From long ago').int64(77n)
  await link.result(link.send(withLayer(158, send.done())))
  expect(rig.dc.customers.byName('Mira').received().at(-1)).toMatchObject({ text: 'From long ago', topicId })
  link.close()
})

test('a client of layer 198 opens and lists topics by the channel, as it was done then', async () => {
  const { help } = rig.dc.workspace
  const channel = new Api.InputChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const link = await open(1001)
  const create = new TlWriter().uint(0xf40c0224).uint(0).object(channel).string('Old ways').int64(79n)
  await link.result(link.send(withLayer(198, create.done())))
  const list = new TlWriter().uint(0x0de560d1).uint(0).object(channel).int(0).int(0).int(0).int(1)
  const page = new TlReader(gunzip(await link.result(link.send(withLayer(198, list.done()))))).object()
  expect((page as Api.messages.ForumTopics).topics).toMatchObject([{ title: 'Old ways' }])
  link.close()
})

test('buttons of older layers are buttons: a bot of layer 198 sends one, and an agent of 198 gets it so', async () => {
  rig.dc.customers.byName('Mira').startBot(rig.dc.world.account(BOT.id))
  const mira = rig.dc.world.account(2010)
  const bot = await open(BOT.id)
  const button = new TlWriter().uint(0x35bbdb6b).int(0).string('Yes').blob(Buffer.from('y')).done()
  const row = new TlWriter().uint(0x77608b83).uint(0x1cb5c415).int(1).raw(button).done()
  const markup = new TlWriter().uint(0x48a30254).uint(0x1cb5c415).int(1).raw(row).done()
  const peer = new Api.InputPeerUser({ userId: long(mira.id), accessHash: long(mira.accessHash) })
  const send = new TlWriter().uint(0x983f9745).uint(4).object(peer).string('Well?').int64(78n).raw(markup)
  const answer = gunzip(await bot.result(bot.send(withLayer(198, send.done()))))
  expect(answer.includes(button)).toBe(true)
  const key = { inline: [...mira.box.messages.values()].at(-1)?.markup }
  expect(key.inline).toMatchObject({ kind: 'inline', rows: [[{ kind: 'callback', text: 'Yes' }]] })
  bot.close()
})

test('no id has two meanings', () => {
  expect(constructorOf(USER[158])?.name).toBe(constructorOf(USER[229])?.name)
  expect(constructorOf(USER[158])?.fields.length).not.toBe(constructorOf(USER[229])?.fields.length)
})

test('whoever names an administrator also names who made him one', async () => {
  const client = await rig.signedIn({ id: 1002 })
  const { id, accessHash } = rig.dc.workspace.help
  const channel = new Api.InputChannel({ channelId: long(id), accessHash: long(accessHash) })
  const participant = new Api.InputPeerSelf()
  const found = await client.invoke(new Api.channels.GetParticipant({ channel, participant }))
  expect(found.users.map((user) => Number(user.id)).sort()).toEqual([1000, 1002])
})
