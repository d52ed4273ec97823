import { constants, createPublicKey, generateKeyPairSync, type KeyObject, privateDecrypt } from 'node:crypto'
import { TlWriter } from '../tl/writer'
import { decryptIge } from './aes-ige'
import { sha1, sha256, xor } from './hash'

/** The data centre's own key; clients must be given its public half. */
export interface RsaKey {
  /** SubjectPublicKeyInfo ("BEGIN PUBLIC KEY"). */
  readonly publicKeyPem: string
  /** PKCS#1 ("BEGIN RSA PUBLIC KEY"), the form in which Telegram publishes its keys. */
  readonly publicKeyPkcs1Pem: string
  readonly modulus: bigint
  readonly exponent: number
  /** Lower 64 bits of SHA-1 over the TL of n and e, signed. */
  readonly fingerprint: bigint
  readonly privateKey: KeyObject
}

let generated: RsaKey | undefined

/** One key per process: making it takes a sixth of a second. */
export function rsaKey(): RsaKey {
  generated ??= generate()
  return generated
}

/**
 * Whether a fingerprint is written in hexadecimal with all its sixteen digits.
 * One of the clients in use compares text without leading zeros with text that has
 * them, and so never finds one key in sixteen.
 */
export function hasAllDigits(fingerprint: bigint): boolean {
  return BigInt.asUintN(64, fingerprint) >> 60n !== 0n
}

function generate(): RsaKey {
  let key = generateAny()
  while (!hasAllDigits(key.fingerprint)) key = generateAny()
  return key
}

function generateAny(): RsaKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 65537 })
  const publicKey = createPublicKey(privateKey)
  const jwk = publicKey.export({ format: 'jwk' })
  const n = Buffer.from(jwk.n ?? '', 'base64url')
  const e = Buffer.from(jwk.e ?? '', 'base64url')
  const digest = sha1(new TlWriter().blob(n).blob(e).done())
  return {
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    publicKeyPkcs1Pem: publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    modulus: BigInt(`0x${n.toString('hex')}`),
    exponent: 65537,
    fingerprint: digest.readBigInt64LE(12),
    privateKey,
  }
}

/**
 * Opens the `encrypted_data` of `req_DH_params`: the TL of `p_q_inner_data`
 * with whatever padding follows it.
 *
 * Two paddings are in use and the real service takes both: RSA_PAD
 * (core.telegram.org/mtproto/auth_key, step 4.1) and the older block of SHA-1,
 * data and random bytes. The older one cannot be checked here, since the length
 * of its data is only known once it is read: {@link hasSha1} does that.
 *
 * @returns null if it is neither.
 */
export function openRsa(key: RsaKey, encrypted: Buffer): { data: Buffer; sha1: Buffer | null } | null {
  if (encrypted.length !== 256) return null
  // RSA knows no number beyond its modulus.
  if (BigInt(`0x${encrypted.toString('hex')}`) >= key.modulus) return null
  const raw = privateDecrypt({ key: key.privateKey, padding: constants.RSA_NO_PADDING }, encrypted)
  const aes = raw.subarray(32)
  const tempKey = xor(raw.subarray(0, 32), sha256(aes))
  const withHash = decryptIge(aes, { key: tempKey, iv: Buffer.alloc(32) })
  const padded = Buffer.from(withHash.subarray(0, 192)).reverse()
  if (sha256(tempKey, padded).equals(withHash.subarray(192))) return { data: padded, sha1: null }
  if (raw[0] !== 0) return null
  return { data: raw.subarray(21), sha1: raw.subarray(1, 21) }
}

/** Whether the older block's hash fits the data that was read from it. */
export function hasSha1(data: Buffer, length: number, hash: Buffer | null): boolean {
  return hash === null || sha1(data.subarray(0, length)).equals(hash)
}
