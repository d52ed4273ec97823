import { deflateSync, gzipSync } from 'node:zlib'
import { Api } from 'telegram'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machineClock } from '../../telegram/clock'
import { rsaKey } from '../../telegram/crypto/rsa'
import { bicycle } from '../../telegram/media/bicycle'
import { jpeg } from '../../telegram/media/jpeg'
import { photoFile } from '../../telegram/media/photo-file'
import { png } from '../../telegram/media/png'
import { Random } from '../../telegram/random'
import { Files } from '../../telegram/rpc/upload/files'
import { RpcError } from '../../telegram/rpc-error'
import { type DataCentre, startDataCentre } from '../../telegram/server'
import { newAuthKey } from '../../telegram/session/auth-key'
import { EnvelopeError, open, seal } from '../../telegram/session/envelope'
import { Handshake, HandshakeError } from '../../telegram/session/handshake'
import * as service from '../../telegram/session/service-messages'
import { gunzip, unpack } from '../../telegram/session/unpack'
import { TlReader } from '../../telegram/tl/reader'
import { TlError } from '../../telegram/tl/tl-error'
import { encode, TlWriter } from '../../telegram/tl/writer'
import { abridgedFraming } from '../../telegram/transport/abridged'
import { detect } from '../../telegram/transport/detect'
import { FramingError } from '../../telegram/transport/framing'
import { fullFraming } from '../../telegram/transport/full'
import { intermediateFraming } from '../../telegram/transport/intermediate'
import { paddedIntermediateFraming } from '../../telegram/transport/padded-intermediate'
import {
  clientHalf,
  innerData,
  type Nonces,
  type RsaPadding,
  reqDhParams,
  reqPqMulti,
  sealForServer,
  setClientDhParams,
} from './client-handshake'
import { obfuscate } from './client-obfuscation'
import { calls } from './fuzz-calls'
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

const FRAMINGS = [
  { make: fullFraming, start: '', tag: null },
  { make: abridgedFraming, start: 'ef', tag: 'efefefef' },
  { make: intermediateFraming, start: 'eeeeeeee', tag: 'eeeeeeee' },
  { make: paddedIntermediateFraming, start: 'dddddddd', tag: 'dddddddd' },
] as const

/** How a client begins: a few packets over any transport, in clear or obfuscated where it can be. */
function streamOf(random: Random, isObfuscated: boolean): Buffer {
  const { make, start, tag } = random.pick(FRAMINGS)
  const framing = make()
  const packets = Array.from({ length: random.between(1, 3) }, () => random.bytes(random.between(1, 30) * 4))
  const framed = Buffer.concat(packets.map((each) => framing.wrap(each)))
  if (!isObfuscated || tag === null) return Buffer.concat([Buffer.from(start, 'hex'), framed])
  const obfuscation = obfuscate(Buffer.from(tag, 'hex'), random.bytes(64))
  return Buffer.concat([obfuscation.start, obfuscation.cipher(framed)])
}

test('framing of every kind: 45,000 spoiled streams end in packets or in a closed socket', () => {
  const random = new Random(seed)
  for (let i = 0; i < 45_000; i++) {
    const stream = streamOf(random, i % 4 === 0)
    const bytes = i % 9 === 0 ? random.bytes(random.between(0, 200)) : mutate(random, stream)
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
  const bodies = calls(dc)
  const frame = () => ({ messageId: random.big() & ~3n, seqNo: 1, body: random.pick(bodies) })
  for (let i = 0; i < 5_000; i++) {
    const sealed = mutate(random, seal(frame(), key, 1n))
    feed(() => open(sealed, key), EnvelopeError)
  }
  for (let i = 0; i < 10_000; i++) {
    const body = mutate(random, service.container([frame(), frame(), frame()]))
    if (body.length >= 4) feed(() => unpack({ ...frame(), body }))
  }
  for (let i = 0; i < 10_000; i++) {
    const zip = i % 2 === 0 ? gzipSync : deflateSync
    const packed = new TlWriter()
      .uint(service.GZIP_PACKED)
      .blob(zip(random.pick(bodies)))
      .done()
    feed(() => gunzip(mutate(random, packed)), TlError)
  }
})

test('TL: 40,000 spoiled calls are read or refused by name', () => {
  const random = new Random(seed + 2)
  const bodies = calls(dc)
  for (let i = 0; i < 40_000; i++) {
    const bytes = i % 10 === 0 ? random.bytes(random.between(0, 120)) : mutate(random, random.pick(bodies))
    feed(() => new TlReader(bytes).object(), TlError)
  }
})

/** A handshake that has come as far as the server's nonce. */
function begin(random: Random) {
  const handshake = new Handshake(rsaKey(), Date.now, () => keys++)
  const nonce = random.bytes(16)
  const serverNonce = new TlReader(handshake.answer(reqPqMulti(nonce)), 20).raw(16)
  return { handshake, nonces: { nonce, serverNonce, newNonce: random.bytes(32) } }
}
let keys = 0
const send = (nonces: Nonces, data: Buffer, padding: RsaPadding) =>
  reqDhParams(nonces, rsaKey().fingerprint, sealForServer(data, padding, rsaKey().publicKeyPem))

test('handshakes: 4,000 spoiled steps, 1,500 spoiled RSA blocks and 200 spoiled halves make no key', () => {
  const random = new Random(seed + 3)
  const refusals = [TlError, HandshakeError]
  for (let i = 0; i < 4_000; i++) {
    const { handshake, nonces } = begin(random)
    const step = random.pick([
      reqDhParams(nonces, rsaKey().fingerprint, random.bytes(256)),
      reqPqMulti(nonces.nonce),
      setClientDhParams(nonces, random.bytes(300)),
    ])
    feed(() => handshake.answer(mutate(random, step)), ...refusals)
  }
  for (let i = 0; i < 1_500; i++) {
    const { handshake, nonces } = begin(random)
    const inner = mutate(random, innerData(nonces, random.pick([null, 3600])))
    feed(() => handshake.answer(send(nonces, inner, random.pick(['older', 'newer']))), ...refusals)
  }
  expect(keys).toBe(0)
  for (let i = 0; i < 200; i++) {
    const { handshake, nonces } = begin(random)
    handshake.answer(send(nonces, innerData(nonces), 'newer'))
    const inner = mutate(random, clientHalf(nonces, random.bytes(random.between(0, 256))))
    feed(() => handshake.answer(setClientDhParams(nonces, inner)), ...refusals)
  }
})

test('pictures: 3,000 spoiled ones are kept or refused by name', () => {
  const random = new Random(seed + 6)
  const files = new Files(machineClock, random)
  const paint = bicycle(1)
  const whole = [jpeg(32, 24, paint), png(32, 24, paint)]
  for (let i = 0; i < 3_000; i++) feed(() => photoFile(files, mutate(random, random.pick(whole))), RpcError)
})

const services = [
  new TlWriter().uint(service.PING).int64(1n).done(),
  new TlWriter().uint(service.PING_DELAY_DISCONNECT).int64(1n).int(60).done(),
  new TlWriter().uint(service.GET_FUTURE_SALTS).int(5).done(),
  new TlWriter().uint(service.RPC_DROP_ANSWER).int64(1n).done(),
  new TlWriter().uint(service.DESTROY_SESSION).int64(1n).done(),
  new TlWriter().uint(service.DESTROY_AUTH_KEY).done(),
  new TlWriter().uint(service.HTTP_WAIT).int(0).int(0).int(25_000).done(),
  ...[service.MSGS_ACK, service.MSGS_STATE_REQ, service.MSG_RESEND_REQ].map((kind) =>
    new TlWriter().uint(kind).uint(0x1cb5c415).int(2).int64(1n).int64(5n).done(),
  ),
]

test('2,000 spoiled service messages are answered, or close the socket they came by and no other', async () => {
  const random = new Random(seed + 7)
  const bystander = await RawLink.open(dc, dc.addKey({ id: 1002 }))
  const before = dc.record.troubles.length
  for (let i = 0; i < 100; i++) {
    const key = dc.addKey({ id: 1001 })
    const link = await RawLink.open(dc, key)
    link.salt = key.salt
    for (let n = 0; n < 20; n++, inputs++) {
      link.send(whole(mutate(random, random.pick(services))), { isContent: false })
    }
    await link.finish()
  }
  const allowed = new Set(['TlError', 'EnvelopeError', 'FramingError'])
  const faults = dc.record.troubles.slice(before).map(({ trouble }) => trouble)
  expect(faults.filter((fault) => !(fault instanceof Error && allowed.has(fault.name)))).toEqual([])
  expect(bystander.isClosed).toBe(false)
  bystander.close()
})

/** TL comes in words of four bytes, and is never nothing. */
function whole(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(bytes.length === 0 ? 4 : (4 - (bytes.length % 4)) % 4)])
}

test('8,000 spoiled calls by somebody signed in are answered, none by a fault of ours, and it stays up', async () => {
  const random = new Random(seed + 4)
  const bodies = calls(dc)
  const key = dc.addKey({ id: 1001 })
  const link = await RawLink.open(dc, key)
  link.salt = key.salt
  const answered = () => link.heard.filter(({ body }) => body.readUInt32LE(0) === 0xf35c6d01).length
  for (let sent = 0; sent < 8_000; ) {
    for (let i = 0; i < 100; i++, sent++) {
      const spoiled = mutate(random, random.pick(bodies))
      // Service messages by accident are for other tests: they have answers of other kinds.
      const head = new TlWriter().uint(0xda9b0d0d).int(229).done()
      link.send(whole(Buffer.concat([head, spoiled])))
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
