import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Api } from 'telegram'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TlReader } from '../../telegram/tl/reader'
import { long } from '../../telegram/tl/values'
import { encode, TlWriter } from '../../telegram/tl/writer'
import type { WireLimits } from '../../telegram/transport/wire'
import { RawLink } from './raw-link'
import { Rig } from './rig'
import { until } from './until'

const RPC_RESULT = 0xf35c6d01
const BAD_MSG = 0xa7eff811
const CONTAINER = 0x73f1f8dc
const GZIP = 0x3072cfa1

let rig: Rig
let key: ReturnType<Rig['dc']['addKey']>
let link: RawLink

beforeEach(async () => {
  rig = await Rig.start({ wireLimits: { firstPacketMs: 150, packetMs: 150 } })
  key = rig.dc.addKey({ id: 1001 })
  link = await open()
})
afterEach(async () => {
  link.close()
  await rig.end()
})

async function restart(wireLimits: Partial<WireLimits>): Promise<void> {
  await rig.end()
  rig = await Rig.start({ wireLimits })
  key = rig.dc.addKey({ id: 1001 })
  link = await open()
}

async function open(): Promise<RawLink> {
  const opened = await RawLink.open(rig.dc, key)
  opened.salt = key.salt
  return opened
}

const config = () => encode(new Api.help.GetConfig())
const packed = (body: Buffer) => new TlWriter().uint(GZIP).blob(gzipSync(body)).done()

const badMessages = () =>
  link.heard.filter(({ body }) => body.readUInt32LE(0) === BAD_MSG).map(({ body }) => body.readInt32LE(16))

async function errorName(messageId: bigint): Promise<string> {
  const reader = new TlReader(await link.result(messageId))
  reader.uint()
  reader.int()
  return reader.string()
}

/** That it still serves: a new client gets an answer. */
async function staysUp(): Promise<void> {
  const fresh = await open()
  await fresh.result(fresh.send(config()))
  fresh.close()
}

test('who connects and says nothing, or never ends a packet, is cut off', async () => {
  const silent = await RawLink.open(rig.dc, key, 'full')
  const slow = await open()
  const begun = await open()
  await begun.result(begun.send(config()))
  const drip = setInterval(() => slow.write(Buffer.from([0])), 20)
  begun.write(Buffer.from('ff000000aabb', 'hex'))
  await until(() => silent.isClosed && slow.isClosed && begun.isClosed)
  clearInterval(drip)
  await staysUp()
})

test('a link that has fallen silent is closed, one that pings is not', async () => {
  await restart({ idleMs: 400 })
  const pinging = await open()
  await link.result(link.send(config()))
  const ping = () => pinging.send(new TlWriter().uint(0x7abe77ec).int64(1n).done(), { isContent: false })
  ping()
  const timer = setInterval(ping, 50)
  await until(() => link.isClosed)
  expect(pinging.isClosed).toBe(false)
  clearInterval(timer)
  pinging.close()
})

test('a packet that comes byte by byte is a packet', async () => {
  const socket = connect(rig.dc.address.port, rig.dc.address.host)
  const answers: Buffer[] = []
  socket.on('data', (bytes) => answers.push(bytes))
  const ask = Buffer.concat([Buffer.from('f18e7ebe', 'hex'), randomBytes(16)])
  const packet = new TlWriter().int64(0n).int64(link.nextId()).int(ask.length).raw(ask).done()
  const length = Buffer.alloc(4)
  length.writeUInt32LE(packet.length)
  for (const byte of Buffer.concat([Buffer.from('eeeeeeee', 'hex'), length, packet])) {
    socket.write(Buffer.from([byte]))
  }
  await until(() => Buffer.concat(answers).length > 80)
  socket.destroy()
})

test.each([
  ['a packet too large to be one', 'ffffff7f'],
  ['a packet of nothing', '00000000'],
  ['a packet shorter than any', '0800000000000000000000ff'],
])('%s closes the socket, and no other', async (_what, hex) => {
  const hostile = await open()
  hostile.write(Buffer.from(hex, 'hex'))
  await until(() => hostile.isClosed)
  await staysUp()
})

test('an unknown key is told so; a known one with a broken seal is hung up on', async () => {
  const stranger = await RawLink.open(rig.dc, { key: randomBytes(256), keyId: '0011223344556677' })
  stranger.send(config())
  await until(() => stranger.errors.length === 1)
  expect(stranger.errors).toEqual([-404])
  expect(stranger.isClosed).toBe(false)
  const forger = await RawLink.open(rig.dc, { key: randomBytes(256), keyId: key.keyId })
  forger.send(config())
  await until(() => forger.isClosed)
  stranger.close()
})

test('a message sent again is done once; one too old to be remembered is refused', async () => {
  const messageId = link.nextId()
  for (let i = 0; i < 3; i++) link.send(config(), { messageId, seqNo: 1 })
  await link.result(messageId)
  expect(rig.dc.record.calls.count('help.GetConfig')).toBe(1)
  const ping = (n: bigint) => new TlWriter().uint(0x7abe77ec).int64(n).done()
  for (let n = 0n; n < 2_100n; n++) link.send(ping(n), { isContent: false })
  link.send(config(), { messageId, seqNo: 1 })
  await until(() => badMessages().length > 0)
  expect(badMessages()).toEqual([20])
  expect(rig.dc.record.calls.count('help.GetConfig')).toBe(1)
})

test('containers that hold too many, themselves, or less than they say are refused whole', async () => {
  const empty = new TlWriter().uint(CONTAINER).int(0).done()
  const inside = (body: Buffer, count: number) =>
    new TlWriter().uint(CONTAINER).int(count).int64(link.nextId()).int(1).int(body.length).raw(body).done()
  for (const body of [
    inside(empty, 1),
    inside(config(), 2),
    inside(config(), 2_000_000),
    inside(config(), -1),
  ])
    link.send(body, { isContent: false })
  await until(() => badMessages().length === 4)
  expect(badMessages()).toEqual([64, 64, 64, 64])
  await link.result(link.send(config()))
})

test('what swells without end when unpacked, or is packed twice, gets an error', async () => {
  const bomb = packed(Buffer.alloc(64 * 1024 * 1024))
  // To make it took long enough for the first link to be cut off.
  await restart({})
  expect(await errorName(link.send(bomb))).toBe('INPUT_FETCH_ERROR')
  expect(await errorName(link.send(packed(packed(config()))))).toMatch(/^INPUT_/)
  const ids = Array.from({ length: 40 }, () => link.nextId())
  const small = packed(Buffer.alloc(3 * 1024 * 1024))
  const writer = new TlWriter().uint(CONTAINER).int(ids.length)
  ids.forEach(
    (id, i) =>
      void writer
        .int64(id)
        .int(i * 2 + 41)
        .int(small.length)
        .raw(small),
  )
  link.send(writer.done(), { seqNo: 120 })
  for (const id of ids) expect(await errorName(id)).toMatch(/^INPUT_/)
  await staysUp()
})

test('one key may have many sessions, but not without end', async () => {
  const ping = () => new TlWriter().uint(0x7abe77ec).int64(1n).done()
  for (let i = 0; i < 500; i++) {
    link.sessionId = randomBytes(8).readBigInt64LE(0)
    link.send(ping(), { isContent: false })
  }
  await until(() => link.heard.filter(({ body }) => body.readUInt32LE(0) === 0x347773c5).length >= 500)
  expect(rig.dc.sessions).toBeLessThanOrEqual(65)
})

test('who asks for much and reads nothing is cut off', async () => {
  await restart({ mostUnread: 2 * 1024 * 1024 })
  const { media } = rig.dc.customers.byName('Mira').sendDocument(rig.dc.workspace.help, {
    ...{ name: 'a.bin', mime: 'x/y', bytes: randomBytes(1024 * 1024) },
  })
  if (media?.kind !== 'document') throw new Error('no document')
  const location = new Api.InputDocumentFileLocation({
    ...{ id: long(media.id), accessHash: long(media.accessHash), fileReference: media.fileReference },
    thumbSize: '',
  })
  link.pause()
  const ask = new Api.upload.GetFile({ location, offset: long(0), limit: 1024 * 1024 })
  for (let i = 0; i < 40; i++) link.send(encode(ask))
  const isCut = () => rig.dc.record.troubles.some(({ trouble }) => String(trouble).includes('nobody reads'))
  await until(isCut, 15_000)
  await staysUp()
})

test('a flood of connections that want nothing leaves room for who wants something', async () => {
  const flood = await Promise.all(Array.from({ length: 300 }, () => RawLink.open(rig.dc, key, 'full')))
  await staysUp()
  await until(() => flood.every(({ isClosed }) => isClosed))
  expect(link.heard.filter(({ body }) => body.readUInt32LE(0) === RPC_RESULT)).toEqual([])
})
