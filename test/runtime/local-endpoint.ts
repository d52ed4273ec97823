import { createPublicKey } from 'node:crypto'
import { _serverKeys } from 'telegram/crypto/RSA.js'
import type { Endpoint } from '../../src-main/adapters/telegram/endpoint'

/** Where the local data centre listens, and the key it proves itself with. */
export interface LocalAddress {
  readonly host: string
  readonly port: number
  readonly dcId: number
  /** PEM, PKCS#1 or SPKI. */
  readonly publicKeyPem: string
  /** Signed 64-bit decimal, as the data centre tells it. */
  readonly publicKeyFingerprint: string
}

/**
 * Points the real Telegram library at the local data centre: every socket goes there whatever address it was
 * meant for, and its key is trusted besides Telegram's own. Lives outside `src-main`, so that no release bundle
 * contains it (telegram.md A.2 and 0.3).
 */
export function localEndpoint(address: LocalAddress): Endpoint {
  return {
    dcId: address.dcId,
    prepare(library) {
      const { n, e } = createPublicKey(address.publicKeyPem).export({ format: 'jwk' })
      const decimal = (base64url = '') => BigInt(`0x${Buffer.from(base64url, 'base64url').toString('hex')}`)
      const modulus = library.helpers.returnBigInt(decimal(n).toString())
      _serverKeys.set(address.publicKeyFingerprint, { n: modulus, e: Number(decimal(e)) })
      return class extends library.extensions.PromisedNetSockets {
        override connect(): Promise<unknown> {
          return super.connect(address.port, address.host)
        }
      }
    },
  }
}
