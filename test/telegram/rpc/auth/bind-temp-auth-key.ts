import { Api } from 'telegram'
import { decryptIge } from '../../crypto/aes-ige'
import { sha1 } from '../../crypto/hash'
import { messageAesV1 } from '../../crypto/kdf'
import { badRequest } from '../../rpc-error'
import type { AuthKey } from '../../session/auth-key'
import { TlReader } from '../../tl/reader'
import { big } from '../../tl/values'
import { method } from '../method'

const BIND_AUTH_KEY_INNER = 0x75a3f765

/**
 * core.telegram.org/method/auth.bindTempAuthKey (core.telegram.org/api/pfs):
 * the temporary key speaks for the permanent one until it expires. The proof is
 * a message of MTProto 1.0, sealed with the permanent key.
 */
export const bindTempAuthKey = method(Api.auth.BindTempAuthKey, 'anybody', (call, request) => {
  const temporary = call.session.key
  if (temporary.temporary === null) throw badRequest('TEMP_AUTH_KEY_EMPTY')
  const permanent = call.desk.keys.find(keyName(big(request.permAuthKeyId)))
  if (permanent === undefined || permanent.temporary !== null) throw badRequest('ENCRYPTED_MESSAGE_INVALID')
  const inner = openProof(request.encryptedMessage, permanent)
  const isRight =
    inner !== null &&
    inner.nonce === big(request.nonce) &&
    keyName(inner.temporaryId) === temporary.id &&
    keyName(inner.permanentId) === permanent.id &&
    inner.sessionId === call.session.id &&
    inner.expiresAt === request.expiresAt
  if (!isRight) throw badRequest('ENCRYPTED_MESSAGE_INVALID')
  temporary.temporary = { expiresAt: request.expiresAt, boundTo: permanent.id }
  return true
})

function keyName(id: bigint): string {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(BigInt.asIntN(64, id))
  return bytes.toString('hex')
}

function openProof(message: Buffer, permanent: AuthKey) {
  if (message.length < 56 || message.subarray(0, 8).toString('hex') !== permanent.id) return null
  const messageKey = message.subarray(8, 24)
  const encrypted = message.subarray(24)
  if (encrypted.length % 16 !== 0) return null
  const plain = decryptIge(encrypted, messageAesV1(permanent.key, messageKey))
  const length = plain.readInt32LE(28)
  if (length < 40 || length > plain.length - 32) return null
  if (
    !sha1(plain.subarray(0, 32 + length))
      .subarray(4, 20)
      .equals(messageKey)
  )
    return null
  const reader = new TlReader(plain, 32)
  if (reader.uint() !== BIND_AUTH_KEY_INNER) return null
  return {
    nonce: reader.int64(),
    temporaryId: reader.int64(),
    permanentId: reader.int64(),
    sessionId: reader.int64(),
    expiresAt: reader.int(),
  }
}
