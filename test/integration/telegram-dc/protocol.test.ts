import { randomBytes } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decryptIge } from '../../telegram/crypto/aes-ige'
import { DH_PRIME } from '../../telegram/crypto/dh'
import { sha1, xor } from '../../telegram/crypto/hash'
import { handshakeAes } from '../../telegram/crypto/kdf'
import { authKeyId } from '../../telegram/session/auth-key'
import { TlReader } from '../../telegram/tl/reader'
import { TlWriter } from '../../telegram/tl/writer'
import {
  clientHalf,
  innerData,
  PQ,
  type RsaPadding,
  reqDhParams,
  reqPqMulti,
  sealForServer,
  setClientDhParams,
} from './client-handshake'
import { RawLink } from './raw-link'
import { Rig } from './rig'
import { until } from './until'

const PING = 0x7abe77ec
const PONG = 0x347773c5
const HELP_GET_CONFIG = 0xc4f9186b
const CONFIG = 0xcc1a241e
const RPC_ERROR = 0x2144ca19
const BAD_MSG = 0xa7eff811
const NEW_SESSION = 0x9ec20908
const GZIP = 0x3072cfa1

let rig: Rig
let link: RawLink

beforeEach(async () => {
  rig = await Rig.start()
  const key = rig.dc.addKey({ id: 1001 })
  link = await RawLink.open(rig.dc, key)
  link.salt = key.salt
})
afterEach(async () => {
  link.close()
  await rig.end()
})

function error(result: Buffer): { code: number; name: string } {
  const reader = new TlReader(result)
  expect(reader.uint()).toBe(RPC_ERROR)
  return { code: reader.int(), name: reader.string() }
}

const ping = (id: bigint) => new TlWriter().uint(PING).int64(id).done()

/** The handshake by hand, with whatever padding of RSA. */
async function shakeHands(
  padding: RsaPadding,
  expiresIn: number | null = null,
): Promise<{ key: Buffer; keyId: string; salt: bigint }> {
  const nonce = randomBytes(16)
  const answerTo = async (body: Buffer) => {
    link.sendPlain(body)
    await until(() => link.plain.length > 0)
    return new TlReader(link.plain.shift() ?? Buffer.alloc(0))
  }
  const first = await answerTo(reqPqMulti(nonce))
  expect(first.raw(4).toString('hex')).toBe('63241605')
  expect(first.raw(16)).toEqual(nonce)
  const nonces = { nonce, serverNonce: first.raw(16), newNonce: randomBytes(32) }
  expect(first.blob()).toEqual(PQ)
  expect(first.raw(8).toString('hex')).toBe('15c4b51c01000000')
  const fingerprint = first.int64()
  expect(fingerprint.toString()).toBe(rig.dc.address.publicKeyFingerprint)
  const sealed = sealForServer(innerData(nonces, expiresIn), padding, rig.dc.address.publicKeyPkcs1Pem)
  const second = await answerTo(reqDhParams(nonces, fingerprint, sealed))
  expect(second.uint()).toBe(0xd0e8075c)
  second.raw(32)
  const answer = new TlReader(
    decryptIge(second.blob(), handshakeAes(nonces.newNonce, nonces.serverNonce)),
    20,
  )
  expect(answer.uint()).toBe(0xb5890dba)
  answer.raw(32)
  expect(answer.int()).toBe(3)
  expect(answer.blob()).toEqual(DH_PRIME)
  const theirs = BigInt(`0x${answer.blob().toString('hex')}`)
  const prime = BigInt(`0x${DH_PRIME.toString('hex')}`)
  const b = BigInt(`0x${randomBytes(256).toString('hex')}`)
  const third = await answerTo(setClientDhParams(nonces, clientHalf(nonces, bytes(power(3n, b, prime)))))
  expect(third.uint()).toBe(0x3bcbf734)
  third.raw(32)
  const key = bytes(power(theirs, b, prime))
  const check = sha1(nonces.newNonce, Buffer.from([1]), sha1(key).subarray(0, 8)).subarray(4, 20)
  expect(third.raw(16)).toEqual(check)
  expect(third.left).toBe(0)
  const salt = xor(nonces.newNonce.subarray(0, 8), nonces.serverNonce.subarray(0, 8)).readBigInt64LE(0)
  return { key, keyId: authKeyId(key), salt }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n, square = (square * square) % modulus) {
    if (rest & 1n) result = (result * square) % modulus
  }
  return result
}

function bytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(512, '0'), 'hex')
}

test.each([
  ['older', null],
  ['newer', null],
  ['newer', 3600],
] as const)(
  'a key made by hand, with the %s padding (temporary: %s), works at once with its first salt',
  async (padding, expiresIn) => {
    const agreed = await shakeHands(padding, expiresIn)
    const fresh = await RawLink.open(rig.dc, agreed, 'padded-intermediate')
    fresh.salt = agreed.salt
    fresh.send(ping(5n), { isContent: false })
    await fresh.hear(PONG)
    expect(fresh.heard.map(({ body }) => body.readUInt32LE(0))).toEqual([NEW_SESSION, PONG])
    fresh.close()
  },
)

test('new_session_created has a packet of its own before the first result', async () => {
  const id = link.send(new TlWriter().uint(HELP_GET_CONFIG).done())
  const result = await link.result(id)
  expect(result.readUInt32LE(0) === CONFIG || result.readUInt32LE(0) === GZIP).toBe(true)
  const [created, ...others] = link.heard
  expect(created?.body.readUInt32LE(0)).toBe(NEW_SESSION)
  expect(others.every(({ packet }) => packet > (created?.packet ?? 0))).toBe(true)
})

test('a wrong salt is told and the right one works', async () => {
  const right = link.salt
  link.salt = 1n
  const id = link.send(ping(1n), { isContent: false })
  const { body } = await link.hear(0xedab447b)
  expect(body.readBigInt64LE(4)).toBe(id)
  expect(body.readInt32LE(16)).toBe(48)
  expect(body.readBigInt64LE(20)).toBe(right)
})

test('future salts are bare: no constructor before each', async () => {
  const id = link.send(new TlWriter().uint(0xb921bd04).int(3).done(), { isContent: false })
  const { body } = await link.hear(0xae500895)
  expect(body.readBigInt64LE(4)).toBe(id)
  expect(body.readInt32LE(16)).toBe(3)
  expect(body.length).toBe(20 + 3 * 16)
  expect(body.readBigInt64LE(20 + 8)).toBe(link.salt)
})

test.each([
  ['five minutes old', 16, () => ({ messageId: link.nextId(Date.now() - 400_000) })],
  ['from the future', 17, () => ({ messageId: link.nextId(Date.now() + 90_000) })],
  ['odd where ids are even', 18, () => ({ messageId: link.nextId() + 1n })],
] as const)('a message %s is bad_msg %i', async (_what, code, options) => {
  const messageId = link.send(ping(1n), { ...options(), isContent: false })
  const { body } = await link.hear(BAD_MSG)
  expect(body.readBigInt64LE(4)).toBe(messageId)
  expect(body.readInt32LE(16)).toBe(code)
})

test('sequence numbers must rise with ids, and acknowledgements do not count whatever number they have', async () => {
  link.send(ping(1n), { seqNo: 21 })
  link.send(ping(2n), { seqNo: 3 })
  const ack = new TlWriter().uint(0x62d6b459).uint(0x1cb5c415).int(0).done()
  link.send(ack, { seqNo: 23 })
  link.send(new TlWriter().uint(0x73f1f8dc).int(0).done(), { seqNo: 25 })
  const codes = () =>
    link.heard.filter(({ body }) => body.readUInt32LE(0) === BAD_MSG).map(({ body }) => body.readInt32LE(16))
  await expect.poll(codes).toEqual([32, 34])
})

test('a constructor that nobody knows gets an error and the socket stays open', async () => {
  const unknown = await link.result(link.send(Buffer.from('efbeadde', 'hex')))
  expect(error(unknown)).toEqual({ code: 400, name: 'INPUT_METHOD_INVALID' })
  const notMethod = await link.result(link.send(new TlWriter().uint(0x7f3b18ea).done()))
  expect(error(notMethod)).toEqual({ code: 400, name: 'INPUT_METHOD_INVALID' })
  link.send(ping(3n), { isContent: false })
  await link.hear(PONG)
})

test('a known method with a broken body, or one that is not here, is an error by name', async () => {
  const cut = await link.result(link.send(new TlWriter().uint(0xfef48f62).int(0).done()))
  expect(error(cut)).toEqual({ code: 400, name: 'INPUT_FETCH_ERROR' })
  const absent = await link.result(link.send(new TlWriter().uint(0x8ba403e4).int64(0n).done()))
  expect(error(absent).code).toBe(400)
})

test.each([
  ['gzip', gzipSync],
  ['zlib', deflateSync],
] as const)('containers, requests packed by %s and several results in one packet', async (_how, pack) => {
  const config = new TlWriter().uint(HELP_GET_CONFIG).done()
  const packed = new TlWriter().uint(GZIP).blob(pack(config)).done()
  const ids = [link.nextId(), link.nextId()]
  const container = new TlWriter().uint(0x73f1f8dc).int(2)
  container
    .int64(ids[0] ?? 0n)
    .int(1)
    .int(config.length)
    .raw(config)
  container
    .int64(ids[1] ?? 0n)
    .int(3)
    .int(packed.length)
    .raw(packed)
  link.send(container.done(), { seqNo: 4 })
  for (const id of ids) expect((await link.result(id)).length).toBeGreaterThan(100)
  const packets = link.heard
    .filter(({ body }) => body.readUInt32LE(0) === 0xf35c6d01)
    .map(({ packet }) => packet)
  expect(new Set(packets).size).toBe(1)
})

test('a call that was to follow a failed one fails with it, and one behind a good one runs', async () => {
  const after = (messageId: bigint, query: Buffer) =>
    new TlWriter().uint(0xcb9f372d).int64(messageId).raw(query).done()
  const config = new TlWriter().uint(HELP_GET_CONFIG).done()
  rig.dc.switchboard.failWith('help.GetConfig', 420, 'FLOOD_WAIT_9')
  const first = link.send(config)
  const second = link.send(after(first, config))
  const third = link.send(config)
  const fourth = link.send(after(third, config))
  expect(error(await link.result(first))).toEqual({ code: 420, name: 'FLOOD_WAIT_9' })
  expect(error(await link.result(second))).toEqual({ code: 500, name: 'MSG_WAIT_FAILED' })
  expect((await link.result(fourth)).length).toBeGreaterThan(100)
})

test('rpc_drop_answer tells whether the call still runs', async () => {
  const drop = (messageId: bigint) => link.send(new TlWriter().uint(0x58e4a740).int64(messageId).done())
  rig.dc.switchboard.delay('help.GetConfig', 200)
  const slow = link.send(new TlWriter().uint(HELP_GET_CONFIG).done())
  expect((await link.result(drop(slow))).readUInt32LE(0)).toBe(0xcd78e586)
  await link.result(slow)
  expect((await link.result(drop(slow))).readUInt32LE(0)).toBe(0x5e2ad36e)
})

test('the same message twice is answered once', async () => {
  const messageId = link.nextId()
  link.send(ping(1n), { messageId, seqNo: 0 })
  link.send(ping(1n), { messageId, seqNo: 0 })
  link.send(ping(2n), { isContent: false })
  await expect.poll(() => link.heard.filter(({ body }) => body.readUInt32LE(0) === PONG).length).toBe(2)
})

test('what was not acknowledged comes again on the next socket of the session', async () => {
  const id = link.send(new TlWriter().uint(HELP_GET_CONFIG).done())
  await link.result(id)
  const key = { key: link.keyOf.key, keyId: link.keyOf.keyId }
  const next = await RawLink.open(rig.dc, key, 'abridged')
  Object.assign(next, { salt: link.salt, sessionId: link.sessionId })
  next.send(ping(8n), { messageId: next.nextId(Date.now() + 1000), isContent: false })
  expect((await next.result(id)).length).toBeGreaterThan(100)
  next.close()
})

test('any bytes at all leave the data centre standing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 0, maxLength: 300 }),
      fc.boolean(),
      async (noise, isSealed) => {
        const key = rig.dc.addKey({ id: 1001 })
        const one = await RawLink.open(rig.dc, key)
        one.salt = key.salt
        const whole = Buffer.concat([Buffer.from(noise), Buffer.alloc((4 - (noise.length % 4)) % 4)])
        if (isSealed) one.send(whole.length === 0 ? Buffer.alloc(4) : whole)
        else one.sendPlain(whole)
        one.close()
      },
    ),
    { numRuns: 60, seed: 7 },
  )
  expect(rig.dc.record.troubles.length).toBeGreaterThan(20)
  link.send(ping(3n), { isContent: false })
  await link.hear(PONG)
  const client = await rig.signedIn({ id: 1001 })
  expect((await client.getMe()).firstName).toBe('Anna')
})

test('an object of a type that does not belong there is refused, but a peer will do for a channel', async () => {
  const { id, accessHash } = rig.dc.workspace.help
  const peer = new TlWriter().uint(0x27bcbbfc).int64(BigInt(id)).int64(accessHash).done()
  const inputMessage = new TlWriter().uint(0xa676a322).int(1).done()
  const ask = (channel: Buffer) =>
    new TlWriter().uint(0xad8c9a23).raw(channel).uint(0x1cb5c415).int(1).raw(inputMessage).done()
  const found = await link.result(link.send(ask(peer)))
  expect([GZIP, 0xc776ba4e]).toContain(found.readUInt32LE(0))
  expect(error(await link.result(link.send(ask(inputMessage))))).toEqual({
    code: 400,
    name: 'INPUT_FETCH_ERROR',
  })
})
