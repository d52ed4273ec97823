import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IncomingMessage } from '../../../src-main/core/conversation/message'
import { closeGround, type Ground, openGround } from './ground'

let dc: Ground['dc']
let desk: Ground['desk']
let mira: Ground['mira']
let topic: Ground['topic']
beforeEach(async () => {
  ;({ dc, desk, mira, topic } = await openGround())
})
afterEach(() => closeGround({ dc, desk }))

const heard = (text: string): Promise<IncomingMessage> =>
  desk.listener.until(text, () => desk.listener.messages.find((message) => message.text === text))
const fetched = (message: IncomingMessage) => {
  const [media] = message.media
  if (!media) throw new Error('no media')
  return desk.telegram.download(media, message)
}
const invoice = { name: 'invoice.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4 eighty euros') }

test('a photo comes with a tiny picture at once, and whole when asked for', async () => {
  mira.sendPhoto(topic, { seed: 3 }, 'this is the brake')
  const message = await heard('this is the brake')
  const [photo] = message.media
  expect(photo).toMatchObject({ kind: 'photo', mime: 'image/jpeg' })
  expect(photo?.width).toBeGreaterThan(0)
  expect(photo?.thumb).toMatch(/^data:image\/jpeg;base64,\/9j\//)
  const bytes = await fetched(message)
  expect(bytes.length).toBe(photo?.sizeBytes)
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xd8])
})

test('a photo that is replaced comes as an edit with the new one, which opens', async () => {
  const sent = mira.sendPhoto(topic, { seed: 3 }, 'this is the brake')
  const before = await heard('this is the brake')
  mira.replacePhoto(sent, { seed: 4 })
  const after = await desk.listener.until('the edit', () =>
    desk.listener.facts.flatMap((fact) => (fact.kind === 'message-edited' ? [fact.message] : [])).at(0),
  )
  expect(after).toMatchObject({ number: before.number, text: 'this is the brake' })
  expect(after.media[0]?.fileId).not.toBe(before.media[0]?.fileId)
  const bytes = await fetched(after)
  expect(bytes.length).toBe(after.media[0]?.sizeBytes)
})

test('a document comes with its name, type and size, and its bytes are the same', async () => {
  mira.sendDocument(topic, invoice, 'the invoice')
  const message = await heard('the invoice')
  expect(message.media).toMatchObject([
    { kind: 'document', name: 'invoice.pdf', mime: 'application/pdf', sizeBytes: invoice.bytes.length },
  ])
  expect(Buffer.from(await fetched(message))).toEqual(invoice.bytes)
})

test('a name made to deceive is made harmless', async () => {
  mira.sendDocument(topic, { ...invoice, name: '../../con\u202Efdp.exe' }, 'trust me')
  expect((await heard('trust me')).media[0]?.name).toBe('confdp.exe')
})

test('the parts of an album have one album id', async () => {
  mira.sendAlbum(topic, [{ seed: 1 }, { seed: 2 }, { seed: 3 }], 'three sides')
  await heard('three sides')
  await desk.listener.until('all', () => desk.listener.messages.filter((each) => each.albumId).length === 3)
  const parts = desk.listener.messages.filter((each) => each.albumId)
  expect(new Set(parts.map((part) => part.albumId)).size).toBe(1)
})

test('a file whose reference has aged is found again by its message', async () => {
  mira.sendDocument(topic, invoice, 'old one')
  const message = await heard('old one')
  dc.expireFileReferences()
  expect(Buffer.from(await fetched(message))).toEqual(invoice.bytes)
  expect(dc.record.calls.count('channels.GetMessages')).toBe(1)
})

test('a file of a deleted message is gone, in plain words', async () => {
  const sent = mira.sendDocument(topic, invoice, 'soon gone')
  const message = await heard('soon gone')
  mira.remove(sent)
  dc.expireFileReferences()
  await expect(fetched(message)).rejects.toMatchObject({ code: 'not-found' })
})

test('a file over 50 MB is not fetched, and its size is told', async () => {
  mira.sendDocument(topic, invoice, 'the film')
  const message = await heard('the film')
  const [media] = message.media
  if (!media) throw new Error('no media')
  const film = { ...media, sizeBytes: 61 * 1024 * 1024 }
  await expect(desk.telegram.download(film, message)).rejects.toMatchObject({
    message: 'Files up to 50 MB open here. This one has 61. Open it in Telegram.',
  })
  expect(dc.record.calls.count('upload.GetFile')).toBe(0)
})

test('a file whose data centre cannot be reached is not waited for for ever', async () => {
  mira.sendDocument(topic, invoice, 'from afar')
  const message = await heard('from afar')
  dc.switchboard.failWith('upload.GetFile', 303, 'FILE_MIGRATE_9')
  await expect(fetched(message)).rejects.toMatchObject({ code: expect.stringMatching(/offline|not-found/) })
  expect(Buffer.from(await fetched(message))).toEqual(invoice.bytes)
}, 20_000)

test('several megabytes are fetched whole', async () => {
  const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 'fernline')
  mira.sendDocument(topic, { name: 'log.txt', mime: 'text/plain', bytes }, 'the log')
  expect(Buffer.compare(Buffer.from(await fetched(await heard('the log'))), bytes)).toBe(0)
})
