import { sha1 } from '../crypto/hash'
import { NEWEST_LAYER } from '../tl/older'

/** The device behind a key, as `initConnection` told it. */
export interface Device {
  readonly apiId: number
  readonly model: string
  readonly system: string
  readonly appVersion: string
  readonly languageCode: string
}

/**
 * An authorization key (core.telegram.org/mtproto/auth_key). Logging in ties a
 * user to the *key*, not to a connection: whoever holds the key is signed in.
 */
export interface AuthKey {
  /** Lower 64 bits of the key's SHA-1, as 16 hex digits. */
  readonly id: string
  readonly key: Buffer
  salt: bigint
  readonly createdAt: number
  /** The data centre that the client believes it made the key with; all lead here. */
  readonly dcId: number
  userId: number | null
  /** Came so far as SESSION_PASSWORD_NEEDED; `auth.checkPassword` finishes it. */
  passwordPendingFor: number | null
  /** Names the authorization in `account.getAuthorizations`. */
  readonly hash: bigint
  layer: number | null
  device: Device | null
  /** For temporary keys (core.telegram.org/api/pfs): when it ends (s), and the key it is bound to. */
  temporary: { readonly expiresAt: number; boundTo: string | null } | null
  /** Why calls with this key are refused, if they are: SESSION_REVOKED or USER_DEACTIVATED. */
  refusal: string | null
  /** Sequence number of updates that have no pts (core.telegram.org/api/updates). */
  seq: number
  activeAt: number
}

export function authKeyId(key: Buffer): string {
  return sha1(key).subarray(12, 20).toString('hex')
}

export function newAuthKey(key: Buffer, salt: bigint, at: number, dcId: number): AuthKey {
  return {
    id: authKeyId(key),
    key,
    salt,
    createdAt: at,
    dcId,
    userId: null,
    passwordPendingFor: null,
    hash: sha1(key, Buffer.from('authorization')).readBigInt64LE(0),
    layer: null,
    device: null,
    temporary: null,
    refusal: null,
    seq: 0,
    activeAt: at,
  }
}

/** In which layer's forms to speak to the client; until it has told, in the newest. */
export function layerOf({ layer }: AuthKey): number {
  return layer ?? NEWEST_LAYER
}
