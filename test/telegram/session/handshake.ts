import { randomBytes } from 'node:crypto'
import { decryptIge, encryptIge } from '../crypto/aes-ige'
import { DH_GENERATOR, DH_PRIME, type DhHalf, finish, makeHalf } from '../crypto/dh'
import { sha1, xor } from '../crypto/hash'
import { handshakeAes } from '../crypto/kdf'
import { hasSha1, openRsa, type RsaKey } from '../crypto/rsa'
import { TlReader } from '../tl/reader'
import { TlWriter } from '../tl/writer'
import { DC_ID, MOST_DC } from '../view/media'
import { type AuthKey, newAuthKey } from './auth-key'

const REQ_PQ = 0x60469778
const REQ_PQ_MULTI = 0xbe7e8ef1
const RES_PQ = 0x05162463
const REQ_DH_PARAMS = 0xd712e4be
const SERVER_DH_PARAMS_OK = 0xd0e8075c
const SERVER_DH_INNER_DATA = 0xb5890dba
const SET_CLIENT_DH_PARAMS = 0xf5045f1f
const CLIENT_DH_INNER_DATA = 0x6643b654
const DH_GEN_OK = 0x3bcbf734
const DH_GEN_FAIL = 0xa69dae02

/** The four shapes of `p_q_inner_data`: with or without a data centre, permanent or temporary. */
const PQ_INNER_DATA = 0x83c95aec
const PQ_INNER_DATA_DC = 0xa9f55f95
const PQ_INNER_DATA_TEMP = 0x3c6a84d4
const PQ_INNER_DATA_TEMP_DC = 0x56fddf88

/** The sample of core.telegram.org/mtproto/samples-auth_key: 0x17ED48941A08F981 = 0x494C553B * 0x53911073. */
const PQ = Buffer.from('17ed48941a08f981', 'hex')
const P = Buffer.from('494c553b', 'hex')
const Q = Buffer.from('53911073', 'hex')

/** The client broke the protocol of core.telegram.org/mtproto/auth_key; the socket is closed. */
export class HandshakeError extends Error {
  override readonly name = 'HandshakeError'
}

interface Progress {
  readonly nonce: Buffer
  readonly serverNonce: Buffer
  newNonce?: Buffer
  half?: DhHalf
  expiresInSeconds?: number | undefined
  dcId?: number
}

/** Makes an authorization key with one client (core.telegram.org/mtproto/auth_key). Bytes by hand, no codec. */
export class Handshake {
  private progress: Progress | null = null

  constructor(
    private readonly rsa: RsaKey,
    /** Epoch milliseconds of the wire, which is always the machine's own time. */
    private readonly now: () => number,
    private readonly onKey: (key: AuthKey) => void,
  ) {}

  /** @returns the body of the answer. @throws {@link HandshakeError} or TlError on nonsense. */
  answer(body: Buffer): Buffer {
    const reader = new TlReader(body)
    const step = reader.uint()
    if (step === REQ_PQ || step === REQ_PQ_MULTI) return this.sendPq(reader)
    if (step === REQ_DH_PARAMS) return this.sendOurHalf(reader)
    if (step === SET_CLIENT_DH_PARAMS) return this.finish(reader)
    throw new HandshakeError(`0x${step.toString(16)} is no step of the handshake`)
  }

  private sendPq(reader: TlReader): Buffer {
    const nonce = Buffer.from(reader.raw(16))
    this.progress = { nonce, serverNonce: randomBytes(16) }
    return new TlWriter()
      .uint(RES_PQ)
      .raw(nonce)
      .raw(this.progress.serverNonce)
      .blob(PQ)
      .uint(0x1cb5c415)
      .int(1)
      .int64(this.rsa.fingerprint)
      .done()
  }

  private sendOurHalf(reader: TlReader): Buffer {
    const progress = this.expect(reader)
    if (!reader.blob().equals(P) || !reader.blob().equals(Q)) throw new HandshakeError('p and q are wrong')
    if (reader.int64() !== this.rsa.fingerprint) throw new HandshakeError('unknown RSA key')
    const opened = openRsa(this.rsa, reader.blob())
    if (opened === null) throw new HandshakeError('the RSA block does not open')
    const inner = new TlReader(opened.data)
    const shape = inner.uint()
    const isTemporary = shape === PQ_INNER_DATA_TEMP || shape === PQ_INNER_DATA_TEMP_DC
    if (!isTemporary && shape !== PQ_INNER_DATA && shape !== PQ_INNER_DATA_DC) {
      throw new HandshakeError('no p_q_inner_data inside')
    }
    if (![PQ, P, Q].every((number) => inner.blob().equals(number)))
      throw new HandshakeError('another pq inside')
    this.expect(inner)
    progress.newNonce = Buffer.from(inner.raw(32))
    const namesDc = shape === PQ_INNER_DATA_DC || shape === PQ_INNER_DATA_TEMP_DC
    progress.dcId = dataCentre(namesDc ? inner.int() : DC_ID)
    progress.expiresInSeconds = isTemporary ? inner.int() : undefined
    if (!hasSha1(opened.data, opened.data.length - inner.left, opened.sha1)) {
      throw new HandshakeError('wrong hash in the RSA block')
    }
    progress.half = makeHalf()
    const answer = new TlWriter()
      .uint(SERVER_DH_INNER_DATA)
      .raw(progress.nonce)
      .raw(progress.serverNonce)
      .int(DH_GENERATOR)
      .blob(DH_PRIME)
      .blob(progress.half.shared)
      .int(Math.floor(this.now() / 1000))
      .done()
    const padding = randomBytes((16 - ((20 + answer.length) % 16)) % 16)
    const aes = handshakeAes(progress.newNonce, progress.serverNonce)
    return new TlWriter()
      .uint(SERVER_DH_PARAMS_OK)
      .raw(progress.nonce)
      .raw(progress.serverNonce)
      .blob(encryptIge(Buffer.concat([sha1(answer), answer, padding]), aes))
      .done()
  }

  private finish(reader: TlReader): Buffer {
    const progress = this.expect(reader)
    if (progress.newNonce === undefined || progress.half === undefined) throw new HandshakeError('too early')
    const opened = decryptIge(reader.blob(), handshakeAes(progress.newNonce, progress.serverNonce))
    const inner = new TlReader(opened, 20)
    if (inner.uint() !== CLIENT_DH_INNER_DATA) throw new HandshakeError('no client_DH_inner_data inside')
    this.expect(inner)
    inner.int64()
    const theirs = inner.blob()
    const length = opened.length - 20 - inner.left
    if (!hasSha1(opened.subarray(20), length, opened.subarray(0, 20))) throw new HandshakeError('wrong hash')
    const shared = finish(progress.half, theirs)
    this.progress = null
    if (shared === null) return genAnswer(DH_GEN_FAIL, 3, progress, progress.newNonce, Buffer.alloc(8))
    const salt = xor(progress.newNonce.subarray(0, 8), progress.serverNonce.subarray(0, 8)).readBigInt64LE(0)
    const key = newAuthKey(shared, salt, this.now(), progress.dcId ?? DC_ID)
    if (progress.expiresInSeconds !== undefined) {
      const expiresAt = Math.floor(this.now() / 1000) + progress.expiresInSeconds
      key.temporary = { expiresAt, boundTo: null }
    }
    this.onKey(key)
    return genAnswer(DH_GEN_OK, 1, progress, progress.newNonce, sha1(shared).subarray(0, 8))
  }

  private expect(reader: TlReader): Progress {
    const { progress } = this
    if (progress === null) throw new HandshakeError('there is no handshake under way')
    if (!reader.raw(16).equals(progress.nonce)) throw new HandshakeError('another nonce')
    if (!reader.raw(16).equals(progress.serverNonce)) throw new HandshakeError('another server nonce')
    return progress
  }
}

/** Test servers are named 10,000 higher, those for media negatively; what is none of five is ours. */
function dataCentre(named: number): number {
  const dcId = Math.abs(named) % 10_000
  return dcId >= 1 && dcId <= MOST_DC ? dcId : DC_ID
}

function genAnswer(kind: number, mark: number, at: Progress, newNonce: Buffer, auxHash: Buffer): Buffer {
  const hash = sha1(newNonce, Buffer.from([mark]), auxHash).subarray(4, 20)
  return new TlWriter().uint(kind).raw(at.nonce).raw(at.serverNonce).raw(hash).done()
}
