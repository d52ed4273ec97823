import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { encryptIge } from '../../telegram/crypto/aes-ige'
import { sha1, sha256, xor } from '../../telegram/crypto/hash'
import { handshakeAes } from '../../telegram/crypto/kdf'
import { TlWriter } from '../../telegram/tl/writer'

/** The handshake from the client's side, step by step, as core.telegram.org/mtproto/auth_key writes it down. */
export interface Nonces {
  readonly nonce: Buffer
  readonly serverNonce: Buffer
  readonly newNonce: Buffer
}

export const PQ = Buffer.from('17ed48941a08f981', 'hex')
export const P = Buffer.from('494c553b', 'hex')
export const Q = Buffer.from('53911073', 'hex')

export function reqPqMulti(nonce: Buffer): Buffer {
  return new TlWriter().uint(0xbe7e8ef1).raw(nonce).done()
}

/** `p_q_inner_data_dc`, or its form for temporary keys. */
export function innerData({ nonce, serverNonce, newNonce }: Nonces, expiresIn: number | null = null): Buffer {
  const inner = new TlWriter().uint(expiresIn === null ? 0xa9f55f95 : 0x56fddf88)
  inner.blob(PQ).blob(P).blob(Q).raw(nonce).raw(serverNonce).raw(newNonce).int(2)
  return (expiresIn === null ? inner : inner.int(expiresIn)).done()
}

/** The two paddings in use: SHA-1, data and noise, or RSA_PAD (step 4.1), for which the data may have 144 bytes. */
export type RsaPadding = 'older' | 'newer'

export function sealForServer(data: Buffer, padding: RsaPadding, publicKeyPem: string): Buffer {
  const key = { key: createPublicKey(publicKeyPem), padding: constants.RSA_NO_PADDING }
  if (padding === 'older') {
    const block = Buffer.concat([Buffer.alloc(1), sha1(data), data, randomBytes(235)]).subarray(0, 256)
    return publicEncrypt(key, block)
  }
  for (;;) {
    const padded = Buffer.concat([data, randomBytes(192)]).subarray(0, 192)
    const tempKey = randomBytes(32)
    const withHash = Buffer.concat([Buffer.from(padded).reverse(), sha256(tempKey, padded)])
    const aes = encryptIge(withHash, { key: tempKey, iv: Buffer.alloc(32) })
    const block = Buffer.concat([xor(tempKey, sha256(aes)), aes])
    try {
      return publicEncrypt(key, block)
    } catch {
      // It was a number beyond the modulus; another temporary key gives another number.
    }
  }
}

export function reqDhParams({ nonce, serverNonce }: Nonces, fingerprint: bigint, sealed: Buffer): Buffer {
  const ask = new TlWriter().uint(0xd712e4be).raw(nonce).raw(serverNonce).blob(P).blob(Q)
  return ask.int64(fingerprint).blob(sealed).done()
}

/** `client_DH_inner_data` with the client's half of the secret. */
export function clientHalf({ nonce, serverNonce }: Nonces, half: Buffer): Buffer {
  return new TlWriter().uint(0x6643b654).raw(nonce).raw(serverNonce).int64(0n).blob(half).done()
}

export function setClientDhParams({ nonce, serverNonce, newNonce }: Nonces, inner: Buffer): Buffer {
  const sealed = Buffer.concat([sha1(inner), inner])
  const padded = Buffer.concat([sealed, randomBytes((16 - (sealed.length % 16)) % 16)])
  const encrypted = encryptIge(padded, handshakeAes(newNonce, serverNonce))
  return new TlWriter().uint(0xf5045f1f).raw(nonce).raw(serverNonce).blob(encrypted).done()
}
