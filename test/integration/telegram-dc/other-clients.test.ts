import { gzipSync } from 'node:zlib'
import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasAllDigits, rsaKey } from '../../telegram/crypto/rsa'
import { png } from '../../telegram/media/png'
import { PING } from '../../telegram/session/service-messages'
import { big, long } from '../../telegram/tl/values'
import { encode, TlWriter } from '../../telegram/tl/writer'
import { BOT } from '../../telegram/workspace'
import { RawLink } from './raw-link'
import { errorOf, inputPeer, Rig } from './rig'
import { until } from './until'

/** What clients other than our own library rely on, found by letting them sign in and work here. */
let rig: Rig

beforeEach(async () => {
  let now = Date.now()
  // Everything happens in one second, as it does for a busy team.
  rig = await Rig.start({ clock: { now: () => (now++ % 1000 === 999 ? now - 999 : now) } })
})
afterEach(() => rig.end())

const PONG = 0x347773c5
const BAD_MSG = 0xa7eff811

async function open(key: ReturnType<Rig['dc']['addKey']>): Promise<RawLink> {
  const link = await RawLink.open(rig.dc, key)
  link.salt = key.salt
  return link
}

test('the chat list comes whole in pages of one, though all was written in the same second', async () => {
  const client = await rig.signedIn({ id: 1001 })
  const all = Array.from(await client.getDialogs({}), ({ id }) => String(id))
  const paged: string[] = []
  let offset = { offsetDate: 0, offsetId: 0, offsetPeer: new Api.InputPeerEmpty() as Api.TypeInputPeer }
  for (;;) {
    const page = await client.invoke(new Api.messages.GetDialogs({ ...offset, limit: 1, hash: long(0) }))
    if (page instanceof Api.messages.DialogsNotModified) throw new Error('a page was expected')
    const [dialog] = page.dialogs
    const [message] = page.messages
    if (
      !(dialog instanceof Api.Dialog) ||
      !(message instanceof Api.Message || message instanceof Api.MessageService)
    )
      break
    const offsetPeer = await client.getInputEntity(dialog.peer)
    paged.push(String(await client.getPeerId(offsetPeer)))
    offset = { offsetDate: message.date, offsetId: message.id, offsetPeer }
  }
  expect(paged).toEqual(all)
})

test('a session that only fetches and sends files hears nothing, the one that does the rest hears all once', async () => {
  const key = rig.dc.addKey({ id: 1001 })
  const main = await open(key)
  await main.result(main.send(encode(new Api.updates.GetState())))
  const files = await open(key)
  await files.result(files.send(encode(new Api.help.GetConfig())))
  const part = new Api.upload.SaveFilePart({ fileId: long(1), filePart: 0, bytes: Buffer.from('a') })
  await files.result(files.send(encode(part)))
  rig.dc.customers.byName('Mira').write(rig.dc.workspace.help, 'Hello')
  const pushes = (link: RawLink) => link.heard.filter(({ body }) => body.readUInt32LE(0) === 0x74ae4240)
  await until(() => pushes(main).length === 1)
  files.send(new TlWriter().uint(PING).int64(1n).done(), { isContent: false })
  await files.hear(PONG)
  expect(pushes(files)).toEqual([])
  main.close()
  files.close()
})

test('a bot may leave hashes out, a person may not', async () => {
  const { id } = rig.dc.workspace.help
  const channel = new Api.InputChannel({ channelId: long(id), accessHash: long(0) })
  const ask = new Api.channels.GetChannels({ id: [channel] })
  const bot = await rig.signedIn(BOT)
  expect((await bot.invoke(ask)).chats[0]).toMatchObject({ title: 'Fernline Help' })
  const anna = await rig.signedIn({ id: 1001 })
  expect(await errorOf(anna.invoke(ask))).toBe('CHANNEL_INVALID')
})

test('messages of a forum come with the topics they lie in, those of a plain group with none', async () => {
  const { help, plain } = rig.dc.workspace
  const mira = rig.dc.customers.byName('Mira')
  const topic = mira.openTopic(help, 'Flat tyre', 'I am at Mill Bridge.')
  mira.write(plain, 'Hello')
  const client = await rig.signedIn({ id: 1001 })
  const topicsIn = async (group: typeof help) => {
    const offset = { offsetId: 0, offsetDate: 0, addOffset: 0, maxId: 0, minId: 0, hash: long(0) }
    const ask = new Api.messages.GetHistory({ peer: inputPeer(group), limit: 1, ...offset })
    const page = await client.invoke(ask)
    return page instanceof Api.messages.ChannelMessages ? page.topics : null
  }
  expect(await topicsIn(help)).toMatchObject([{ id: topic.id, title: 'Flat tyre' }])
  expect(await topicsIn(plain)).toEqual([])
})

test("the key's fingerprint begins with no zero, which some clients leave out when they look for it", () => {
  expect([0x0f570d84eb1320d8n, 1n].some(hasAllDigits)).toBe(false)
  expect([0x1f570d84eb1320d8n, -1n].every(hasAllDigits)).toBe(true)
  expect(hasAllDigits(rsaKey().fingerprint)).toBe(true)
})

test('a packed service message is one, and a call without a number of its own is bad_msg 35', async () => {
  const link = await open(rig.dc.addKey({ id: 1001 }))
  const ping = new TlWriter().uint(PING).int64(7n).done()
  link.send(new TlWriter().uint(0x3072cfa1).blob(gzipSync(ping)).done())
  await link.hear(PONG)
  link.send(encode(new Api.help.GetConfig()), { isContent: false })
  expect((await link.hear(BAD_MSG)).body.readInt32LE(16)).toBe(35)
  link.close()
})

test.each([
  ['as wide as nothing', 0, 20],
  ['larger than any', 9_000, 9_000],
])('a picture %s is refused by name', async (_what, width, height) => {
  const client = await rig.signedIn({ id: 1001 })
  const bytes = png(2, 2, () => [1, 2, 3])
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  await client.invoke(new Api.upload.SaveFilePart({ fileId: long(3), filePart: 0, bytes }))
  const file = new Api.InputFile({ id: long(3), parts: 1, name: 'a.png', md5Checksum: '' })
  const media = new Api.InputMediaUploadedPhoto({ file })
  const peer = inputPeer(rig.dc.workspace.help)
  const send = new Api.messages.SendMedia({ peer, media, message: '', randomId: long(4) })
  expect(await errorOf(client.invoke(send))).toBe('PHOTO_INVALID_DIMENSIONS')
})

test('what nobody acknowledges or reads counts against one budget, and the greediest goes first', async () => {
  const { bytes: before } = rig.dc.budget
  const { media } = rig.dc.customers.byName('Mira').sendDocument(rig.dc.workspace.help, {
    ...{
      name: 'a.bin',
      mime: 'x/y',
      bytes: Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 251)),
    },
  })
  if (media?.kind !== 'document') throw new Error('no document')
  const key = rig.dc.addKey({ id: 1001 })
  const link = await open(key)
  const { id, accessHash, fileReference } = media
  const location = new Api.InputDocumentFileLocation({
    ...{ id: long(id), accessHash: long(accessHash), fileReference, thumbSize: '' },
  })
  const ask = new Api.upload.GetFile({ location, offset: long(0), limit: 512 * 1024 })
  const messageId = link.send(encode(ask))
  await link.result(messageId)
  expect(rig.dc.budget.bytes).toBeGreaterThan(before)
  const answers = link.heard.map((each) => each.messageId)
  const ack = new TlWriter().uint(0x62d6b459).uint(0x1cb5c415).int(answers.length)
  for (const answer of answers) ack.int64(big(answer))
  link.send(ack.done(), { isContent: false })
  await link.finish()
  await until(() => rig.dc.budget.bytes === before)
})
