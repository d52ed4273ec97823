import { randomBytes } from 'node:crypto'
import { Api } from 'telegram'
import { CustomFile } from 'telegram/client/uploads.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { imageSize } from '../../telegram/media/image-size'
import { png } from '../../telegram/media/png'
import { long } from '../../telegram/tl/values'
import { errorOf, inputPeer, inTopic, listen, Rig } from './rig'
import { until } from './until'

let rig: Rig

beforeEach(async () => {
  rig = await Rig.start()
})
afterEach(() => rig.end())

function mediaIn(updates: readonly Api.TypeUpdate[]): Api.Message[] {
  return updates.flatMap((update) =>
    update instanceof Api.UpdateNewChannelMessage &&
    update.message instanceof Api.Message &&
    update.message.media
      ? [update.message]
      : [],
  )
}

test('a customer photo comes with a stripped thumbnail and downloads in full', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const heard = listen(client)
  const topic = dc.customers.byName('Ines').openTopic(dc.workspace.help, 'Flat tyre', 'See the photo')
  const sent = dc.customers.byName('Ines').sendPhoto(topic, { seed: 4 }, 'Back wheel')
  await until(() => mediaIn(heard).length === 1)
  const [message] = mediaIn(heard)
  const photo = message?.media instanceof Api.MessageMediaPhoto ? message.media.photo : undefined
  if (!(photo instanceof Api.Photo) || message === undefined) throw new Error('no photo arrived')
  expect(photo.sizes.map((size) => size.className)).toEqual(['PhotoStrippedSize', 'PhotoSize', 'PhotoSize'])
  const bytes = await client.downloadMedia(message)
  const stored = sent.media?.kind === 'photo' ? sent.media.sizes.at(-1)?.bytes : undefined
  expect(Buffer.isBuffer(bytes) && stored?.equals(bytes)).toBe(true)
  expect(imageSize(stored ?? Buffer.alloc(0))).toEqual({ width: 800, height: 600 })
})

test('a document of two megabytes goes up in parts and comes down whole', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const topic = dc.customers.byName('Mira').openTopic(dc.workspace.help, 'Manual', 'Do you have the manual?')
  const bytes = randomBytes(2_000_003)
  await client.sendFile(inputPeer(dc.workspace.help), {
    file: new CustomFile('manual.pdf', bytes.length, '', bytes),
    caption: 'Here it is',
    forceDocument: true,
    replyTo: topic.id,
    topMsgId: topic.id,
  })
  const [received] = dc.customers.byName('Mira').received(topic)
  expect(received?.text).toBe('Here it is')
  expect(received?.media?.kind === 'document' && received.media.name).toBe('manual.pdf')
  expect(received?.media?.kind === 'document' && received.media.bytes.equals(bytes)).toBe(true)
  const history = await client.getMessages(inputPeer(dc.workspace.help), { limit: 1 })
  const down = await client.downloadMedia(history[0] as Api.Message)
  expect(Buffer.isBuffer(down) && down.equals(bytes)).toBe(true)
  // The library fetches files over a socket of its own, with a temporary key bound to its real one.
  expect(dc.record.calls.count('auth.BindTempAuthKey')).toBeGreaterThan(0)
  expect(dc.record.troubles).toEqual([])
})

test('photos sent together arrive as one album', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const topic = dc.customers
    .byName('Mira')
    .openTopic(dc.workspace.help, 'Colours', 'Which colours are there?')
  const picture = (shade: number) => png(20, 10, () => [shade, 90, 120])
  await client.sendFile(inputPeer(dc.workspace.help), {
    file: [1, 2].map((n) => new CustomFile(`${n}.png`, picture(n).length, '', picture(n))),
    caption: ['Two of them', ''],
    replyTo: topic.id,
    topMsgId: topic.id,
  })
  const received = dc.customers.byName('Mira').received(topic)
  expect(received.map(({ text }) => text)).toEqual(['Two of them', ''])
  expect(received[0]?.groupedId).not.toBeNull()
  expect(received[0]?.groupedId).toBe(received[1]?.groupedId)
})

test('an old file reference is refused by name and a fresh message brings a good one', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  const heard = listen(client)
  const lena = dc.customers.byName('Lena')
  const topic = lena.openTopic(dc.workspace.help, 'Receipt', 'Attached')
  const file = { name: 'receipt.txt', mime: 'text/plain', bytes: Buffer.from('80.00 EUR') }
  lena.sendDocument(topic, file, '')
  await until(() => mediaIn(heard).length === 1)
  const document = (message: Api.Message | undefined) => {
    const found = message?.media instanceof Api.MessageMediaDocument ? message.media.document : undefined
    if (!(found instanceof Api.Document)) throw new Error('no document')
    return new Api.upload.GetFile({
      location: new Api.InputDocumentFileLocation({ ...found, thumbSize: '' }),
      offset: found.size.subtract(found.size),
      limit: 4096,
    })
  }
  dc.expireFileReferences()
  expect(await errorOf(client.invoke(document(mediaIn(heard)[0])))).toBe('FILE_REFERENCE_EXPIRED')
  const again = await client.getMessages(inputPeer(dc.workspace.help), { limit: 1 })
  const answer = await client.invoke(document(again[0] as Api.Message))
  expect(answer instanceof Api.upload.File && answer.bytes.toString()).toBe('80.00 EUR')
})

test('a part that never came fails the send by its number', async () => {
  const { dc } = rig
  const client = await rig.signedIn({ id: 1001 })
  await client.invoke(
    new Api.upload.SaveFilePart({ fileId: long(7n), filePart: 0, bytes: Buffer.alloc(1024) }),
  )
  const media = new Api.InputMediaUploadedDocument({
    file: new Api.InputFile({ id: long(7n), parts: 2, name: 'half.bin', md5Checksum: '' }),
    mimeType: 'application/octet-stream',
    attributes: [],
  })
  const peer = inputPeer(dc.workspace.help)
  const call = new Api.messages.SendMedia({
    peer,
    media,
    message: '',
    randomId: long(1n),
    replyTo: inTopic(1),
  })
  expect(await errorOf(client.invoke(call))).toBe('FILE_PART_1_MISSING')
})
