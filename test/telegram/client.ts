import { Logger, TelegramClient } from 'telegram'
import { _serverKeys } from 'telegram/crypto/RSA.js'
import { PromisedNetSockets } from 'telegram/extensions/index.js'
import { LogLevel } from 'telegram/extensions/Logger.js'
import { ConnectionTCPAbridged, ConnectionTCPFull, ConnectionTCPObfuscated } from 'telegram/network/index.js'
import { StringSession } from 'telegram/sessions/index.js'
import type { Address } from './server'
import { long } from './tl/values'

const TRANSPORTS = {
  full: ConnectionTCPFull,
  abridged: ConnectionTCPAbridged,
  obfuscated: ConnectionTCPObfuscated,
} as const

export interface ConnectOptions {
  /** A saved session: resumes without a handshake. */
  readonly session?: string
  readonly transport?: keyof typeof TRANSPORTS
}

/** Makes the library trust this data centre's key. The map is global to the process. */
export function trust(address: Address): void {
  _serverKeys.set(address.publicKeyFingerprint, { n: long(address.modulus), e: address.exponent })
}

/** A socket that goes to the data centre whatever address the library dials. */
export function socketTo(address: {
  readonly host: string
  readonly port: number
}): typeof PromisedNetSockets {
  return class extends PromisedNetSockets {
    override connect(): Promise<unknown> {
      return super.connect(address.port, address.host)
    }
  }
}

/** The real library, connected to the local data centre, not signed in unless its session is. */
export async function connectClient(
  dc: { readonly address: Address },
  options: ConnectOptions = {},
): Promise<TelegramClient> {
  trust(dc.address)
  const session = new StringSession(options.session ?? '')
  // The library keeps the port as a signed 16-bit number: leave 443 there, the socket knows better.
  if (options.session === undefined) session.setDC(dc.address.dcId, dc.address.host, 443)
  const client = new TelegramClient(session, 12345, '0123456789abcdef0123456789abcdef', {
    networkSocket: socketTo(dc.address),
    connection: TRANSPORTS[options.transport ?? 'full'],
    floodSleepThreshold: 0,
    baseLogger: new Logger(LogLevel.NONE),
  })
  await client.connect()
  return client
}
