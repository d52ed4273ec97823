import { deflateSync, gzipSync } from 'node:zlib'
import { Api } from 'telegram'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rsaKey } from '../../telegram/crypto/rsa'
import { Random } from '../../telegram/random'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { newAuthKey } from '../../telegram/session/auth-key'
import { EnvelopeError, open, seal } from '../../telegram/session/envelope'
import { Handshake, HandshakeError } from '../../telegram/session/handshake'
import { container } from '../../telegram/session/service-messages'
import { gunzip, unpack } from '../../telegram/session/unpack'
import { TlReader } from '../../telegram/tl/reader'
import { TlError } from '../../telegram/tl/tl-error'
import { long } from '../../telegram/tl/values'
import { encode, TlWriter } from '../../telegram/tl/writer'
import { abridgedFraming } from '../../telegram/transport/abridged'
import { detect } from '../../telegram/transport/detect'
import { FramingError } from '../../telegram/transport/framing'
import { fullFraming } from '../../telegram/transport/full'
import { intermediateFraming } from '../../telegram/transport/intermediate'
import { paddedIntermediateFraming } from '../../telegram/transport/padded-intermediate'
import { mutate } from './mutate'
import { RawLink } from './raw-link'
import { until } from './until'

/** Set FUZZ_SEED to one that was printed, and the very same inputs come again. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff))

let dc: DataCentre
let inputs = 0

beforeAll(async () => {
  console.log(`fuzz: seed ${seed}`)
  dc = await startDataCentre({ seed: 1 })
})
afterAll(async () => {
  await dc.close()
  console.log(`fuzz: ${inputs} inputs`)
  expect(inputs).toBeGreaterThanOrEqual(100_000)
})

/** Runs one parser on one input; errors it may end with are none of ours. */
function feed(parse: () => unknown, ...expected: (new (...args: never[]) => Error)[]): void {
  inputs++
  try {
    parse()
  } catch (error) {
    if (!expected.some((each) => error instanceof each)) throw error
  }
}

const peer = () => new Api.InputPeerChannel({ channelId: long(500_001), accessHash: long(1) })
const hash = { offsetId: 0, offsetDate: 0, addOffset: 0, limit: 10, maxId: 0, minId: 0, hash: long(0) }

/** Calls of many shapes: strings, vectors, flags, nested objects, wrappers. */
function calls(): Buffer[] {
  const { help } = dc.workspace
  const input = new Api.InputPeerChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const channel = new Api.InputChannel({ channelId: long(help.id), accessHash: long(help.accessHash) })
  const media = new Api.InputMediaUploadedDocument({
    file: new Api.InputFile({ id: long(5), parts: 1, name: 'a.txt', md5Checksum: '' }),
    mimeType: 'text/plain',
    attributes: [new Api.DocumentAttributeFilename({ fileName: 'a.txt' })],
  })
  const entities = [new Api.MessageEntityBold({ offset: 0, length: 2 })]
  const rows = [
    new Api.KeyboardInlineButtonRow({
      buttons: [
        new Api.KeyboardInlineButton({
          text: 'A',
          type: new Api.InlineButtonTypeCallback({ data: Buffer.from('a') }),
        }),
      ],
    }),
  ]
  const replyMarkup = new Api.ReplyInlineMarkup({ rows })
  const replyTo = new Api.InputReplyToMessage({ replyToMsgId: 3, topMsgId: 3 })
  const user = new Api.InputUser({ userId: long(2001), accessHash: long(7) })
  const query = new Api.help.GetConfig()
  const told = { apiId: 1, deviceModel: 'x', systemVersion: 'x', appVersion: '1', systemLangCode: 'en' }
  const init = new Api.InitConnection({ ...told, langPack: '', langCode: 'en', query })
  const objects = [
    new Api.messages.SendMessage({
      ...{
        peer: input,
        message: 'hello /start @x https://y.z',
        randomId: long(1),
        replyTo,
        entities,
        replyMarkup,
      },
    }),
    new Api.messages.SendMedia({ peer: input, media, message: 'm', randomId: long(2) }),
    new Api.messages.GetHistory({ peer: input, ...hash }),
    new Api.messages.GetHistory({ peer: peer(), ...hash }),
    new Api.messages.EditMessage({ peer: input, id: 4, message: 'new', entities }),
    new Api.messages.CreateForumTopic({ peer: input, title: 'T', randomId: long(3) }),
    new Api.messages.EditForumTopic({ peer: input, topicId: 3, closed: true }),
    new Api.messages.ForwardMessages({
      ...{ fromPeer: input, toPeer: input, id: [2, 4], randomId: [long(4), long(5)], topMsgId: 3 },
    }),
    new Api.channels.GetMessages({ channel, id: [new Api.InputMessageID({ id: 1 })] }),
    new Api.channels.DeleteMessages({ channel, id: [4] }),
    new Api.channels.GetParticipants({
      ...{
        channel,
        filter: new Api.ChannelParticipantsSearch({ q: 'a' }),
        offset: 0,
        limit: 5,
        hash: long(0),
      },
    }),
    new Api.updates.GetChannelDifference({
      ...{ channel, filter: new Api.ChannelMessagesFilterEmpty(), pts: 1, limit: 10 },
    }),
    new Api.updates.GetDifference({ pts: 1, date: 1, qts: 0 }),
    new Api.users.GetUsers({ id: [user, new Api.InputUserSelf()] }),
    new Api.upload.SaveFilePart({ fileId: long(5), filePart: 0, bytes: Buffer.from('abcdef') }),
    new Api.messages.Search({
      ...{ peer: input, q: 'x', filter: new Api.InputMessagesFilterEmpty(), minDate: 0, maxDate: 0, ...hash },
    }),
    new Api.contacts.ResolveUsername({ username: 'miraadler' }),
    new Api.messages.GetBotCallbackAnswer({ peer: input, msgId: 3, data: Buffer.from('a') }),
    new Api.messages.CreateChat({ users: [user], title: 'x' }),
    new Api.InvokeWithLayer({ layer: 229, query: init }),
  ]
  return objects.map((object) => encode(object as never))
}

test('framing of every kind: 40,000 spoiled streams end in packets or in a closed socket', () => {
  const random = new Random(seed)
  const framings = [fullFraming, abridgedFraming, intermediateFraming, paddedIntermediateFraming]
  const starts = ['', 'ef', 'eeeeeeee', 'dddddddd'].map((hex) => Buffer.from(hex, 'hex'))
  for (let i = 0; i < 40_000; i++) {
    const kind = random.between(0, 3)
    const framing = (framings[kind] ?? fullFraming)()
    const packets = Array.from({ length: random.between(1, 3) }, () =>
      random.bytes(random.between(1, 30) * 4),
    )
    const stream = Buffer.concat([
      starts[kind] ?? Buffer.alloc(0),
      ...packets.map((each) => framing.wrap(each)),
    ])
    const bytes = i % 8 === 0 ? random.bytes(random.between(0, 200)) : mutate(random, stream)
    feed(() => {
      const detected = detect(bytes)
      let rest = detected?.rest ?? Buffer.alloc(0)
      for (let taken = detected?.framing.take(rest) ?? null; taken !== null; ) {
        expect(taken.used).toBeGreaterThan(0)
        rest = rest.subarray(taken.used)
        taken = detected?.framing.take(rest) ?? null
      }
    }, FramingError)
  }
})

test('envelopes, containers and packed bodies: 25,000 spoiled ones are refused by name', () => {
  const random = new Random(seed + 1)
  const key = newAuthKey(random.bytes(256), 7n, 0, 2)
  const bodies = calls()
  const frame = () => ({ messageId: random.big() & ~3n, seqNo: 1, body: random.pick(bodies) })
  for (let i = 0; i < 5_000; i++) {
    const sealed = mutate(random, seal(frame(), key, 1n))
    feed(() => open(sealed, key), EnvelopeError)
  }
  for (let i = 0; i < 10_000; i++) {
    const body = mutate(random, container([frame(), frame(), frame()]))
    if (body.length >= 4) feed(() => unpack({ ...frame(), body }))
  }
  for (let i = 0; i < 10_000; i++) {
    const zip = i % 2 === 0 ? gzipSync : deflateSync
    const packed = new TlWriter()
      .uint(0x3072cfa1)
      .blob(zip(random.pick(bodies)))
      .done()
    feed(() => gunzip(mutate(random, packed)), TlError)
  }
})

test('TL: 40,000 spoiled calls are read or refused by name', () => {
  const random = new Random(seed + 2)
  const bodies = calls()
  for (let i = 0; i < 40_000; i++) {
    const bytes = i % 10 === 0 ? random.bytes(random.between(0, 120)) : mutate(random, random.pick(bodies))
    feed(() => new TlReader(bytes).object(), TlError)
  }
})

test('handshakes: 2,000 spoiled steps make no key', () => {
  const random = new Random(seed + 3)
  const nonce = random.bytes(16)
  const start = Buffer.concat([Buffer.from('f18e7ebe', 'hex'), nonce])
  let keys = 0
  for (let i = 0; i < 2_000; i++) {
    const handshake = new Handshake(rsaKey(), Date.now, () => keys++)
    feed(
      () => {
        const answer = new TlReader(handshake.answer(start), 20)
        const serverNonce = answer.raw(16)
        const step = new TlWriter()
          .uint(random.pick([0xd712e4be, 0xf5045f1f]))
          .raw(nonce)
          .raw(serverNonce)
        step.blob(Buffer.from('494c553b', 'hex')).blob(Buffer.from('53911073', 'hex'))
        handshake.answer(mutate(random, step.int64(rsaKey().fingerprint).blob(random.bytes(256)).done()))
      },
      TlError,
      HandshakeError,
    )
  }
  expect(keys).toBe(0)
})

test('8,000 spoiled calls by somebody signed in are answered, none by a fault of ours, and it stays up', async () => {
  const random = new Random(seed + 4)
  const bodies = calls()
  const key = dc.addKey({ id: 1001 })
  const link = await RawLink.open(dc, key)
  link.salt = key.salt
  const answered = () => link.heard.filter(({ body }) => body.readUInt32LE(0) === 0xf35c6d01).length
  for (let sent = 0; sent < 8_000; ) {
    for (let i = 0; i < 100; i++, sent++) {
      const spoiled = mutate(random, random.pick(bodies))
      // Service messages by accident are for other tests: they have answers of other kinds.
      const head = new TlWriter().uint(0xda9b0d0d).int(229).done()
      link.send(Buffer.concat([head, spoiled, Buffer.alloc((4 - (spoiled.length % 4)) % 4)]))
      inputs++
    }
    const soFar = sent
    await until(() => answered() >= soFar - pressing(), 20_000)
  }
  const faults = dc.record.troubles.filter(({ trouble }) => !(trouble instanceof TlError))
  expect(faults.map(({ what, trouble }) => `${what}: ${String(trouble)}`)).toEqual([])
  link.close()
  const again = await RawLink.open(dc, key)
  again.salt = key.salt
  await again.result(again.send(encode(new Api.updates.GetState())))
  again.close()

  /** Pressed buttons wait for a bot that never says anything. */
  function pressing(): number {
    return [...dc.world.pressed.values()].filter(({ answer }) => answer === null).length
  }
})
