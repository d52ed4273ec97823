import { randomBytes } from 'node:crypto'
import { decryptIge, encryptIge } from '../crypto/aes-ige'
import { messageAes, messageKey } from '../crypto/kdf'
import type { AuthKey } from './auth-key'

/** One message as it lies in a packet or a container. */
export interface Frame {
  readonly messageId: bigint
  readonly seqNo: number
  readonly body: Buffer
}

export interface Opened extends Frame {
  readonly salt: bigint
  readonly sessionId: bigint
}

/** The packet does not come from who holds the key, or was broken on the way. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError'
}

/**
 * Opens a client's packet (core.telegram.org/mtproto/description#encrypted-message).
 *
 * @throws {@link EnvelopeError} for each check of core.telegram.org/mtproto/security_guidelines.
 */
export function open(packet: Buffer, authKey: AuthKey): Opened {
  const encrypted = packet.subarray(24)
  if (encrypted.length < 48 || encrypted.length % 16 !== 0) throw new EnvelopeError('not whole blocks')
  const key = packet.subarray(8, 24)
  const plain = decryptIge(encrypted, messageAes(authKey.key, key, 'to-server'))
  if (!messageKey(authKey.key, plain, 'to-server').equals(key)) throw new EnvelopeError('wrong msg_key')
  const length = plain.readInt32LE(28)
  const padding = plain.length - 32 - length
  if (length < 4 || length % 4 !== 0 || padding < 12 || padding > 1024)
    throw new EnvelopeError('wrong length')
  return {
    salt: plain.readBigInt64LE(0),
    sessionId: plain.readBigInt64LE(8),
    messageId: plain.readBigInt64LE(16),
    seqNo: plain.readInt32LE(24),
    body: plain.subarray(32, 32 + length),
  }
}

/** Seals a packet for a client, with 12 to 27 bytes of padding. */
export function seal(frame: Frame, authKey: AuthKey, sessionId: bigint): Buffer {
  const head = Buffer.allocUnsafe(16)
  head.writeBigInt64LE(authKey.salt, 0)
  head.writeBigInt64LE(sessionId, 8)
  const length = 32 + frame.body.length
  const padding = randomBytes(12 + ((16 - ((length + 12) % 16)) % 16))
  const plain = Buffer.concat([head, frameBytes(frame), padding])
  const key = messageKey(authKey.key, plain, 'to-client')
  const encrypted = encryptIge(plain, messageAes(authKey.key, key, 'to-client'))
  return Buffer.concat([Buffer.from(authKey.id, 'hex'), key, encrypted])
}

export function frameBytes(frame: Frame): Buffer {
  const head = Buffer.allocUnsafe(16)
  head.writeBigInt64LE(frame.messageId, 0)
  head.writeInt32LE(frame.seqNo, 8)
  head.writeInt32LE(frame.body.length, 12)
  return Buffer.concat([head, frame.body])
}
