import type { AesKey } from './aes-ige'
import { sha1, sha256 } from './hash'

/** Which way a message goes: the key derivation differs by an offset of 8. */
export type Direction = 'to-server' | 'to-client'

/** MTProto 2.0: AES key and iv of one message (core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector). */
export function messageAes(authKey: Buffer, messageKey: Buffer, direction: Direction): AesKey {
  const x = direction === 'to-server' ? 0 : 8
  const a = sha256(messageKey, authKey.subarray(x, x + 36))
  const b = sha256(authKey.subarray(40 + x, 76 + x), messageKey)
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 24), a.subarray(24, 32)]),
    iv: Buffer.concat([b.subarray(0, 8), a.subarray(8, 24), b.subarray(24, 32)]),
  }
}

/** The middle 128 bits of SHA-256 over part of the key and the padded plain text. */
export function messageKey(authKey: Buffer, plain: Buffer, direction: Direction): Buffer {
  const x = direction === 'to-server' ? 0 : 8
  return sha256(authKey.subarray(88 + x, 120 + x), plain).subarray(8, 24)
}

/** MTProto 1.0, still used inside `auth.bindTempAuthKey` (core.telegram.org/mtproto/description_v1). */
export function messageAesV1(authKey: Buffer, messageKey: Buffer): AesKey {
  const a = sha1(messageKey, authKey.subarray(0, 32))
  const b = sha1(authKey.subarray(32, 48), messageKey, authKey.subarray(48, 64))
  const c = sha1(authKey.subarray(64, 96), messageKey)
  const d = sha1(messageKey, authKey.subarray(96, 128))
  return {
    key: Buffer.concat([a.subarray(0, 8), b.subarray(8, 20), c.subarray(4, 16)]),
    iv: Buffer.concat([a.subarray(8, 20), b.subarray(0, 8), c.subarray(16, 20), d.subarray(0, 8)]),
  }
}

/** AES of the Diffie-Hellman answers, from the two nonces (core.telegram.org/mtproto/auth_key, step 5). */
export function handshakeAes(newNonce: Buffer, serverNonce: Buffer): AesKey {
  const a = sha1(newNonce, serverNonce)
  const b = sha1(serverNonce, newNonce)
  const c = sha1(newNonce, newNonce)
  return {
    key: Buffer.concat([a, b.subarray(0, 12)]),
    iv: Buffer.concat([b.subarray(12, 20), c, newNonce.subarray(0, 4)]),
  }
}
