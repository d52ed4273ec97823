import type { Clock } from '../../clock'
import type { Random } from '../../random'
import { badRequest } from '../../rpc-error'
import type { AuthKey } from '../../session/auth-key'

const TOKEN_LASTS_MS = 30_000
/** Strangers may ask for tokens as they like; only the newest are kept. */
const MOST_TOKENS = 1000

interface Token {
  readonly bytes: Buffer
  readonly identity: AuthKey
  readonly expiresAt: number
  acceptedBy: number | null
}

/** Login by QR code (core.telegram.org/api/qr-login): one device shows a token, another accepts it. */
export class QrLogins {
  private readonly tokens = new Map<string, Token>()

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** The token this device shows, or null once it was accepted: then `acceptedBy` tells by whom. */
  export(identity: AuthKey): { readonly token: Token } {
    const known = [...this.tokens.values()].find((token) => token.identity === identity)
    const isGood = known !== undefined && (known.acceptedBy !== null || known.expiresAt > this.clock.now())
    if (isGood) return { token: known }
    if (known !== undefined) this.tokens.delete(known.bytes.toString('hex'))
    const expiresAt = this.clock.now() + TOKEN_LASTS_MS
    const token: Token = { bytes: this.random.bytes(32), identity, expiresAt, acceptedBy: null }
    this.tokens.set(token.bytes.toString('hex'), token)
    for (const oldest of this.tokens.keys()) {
      if (this.tokens.size <= MOST_TOKENS) break
      this.tokens.delete(oldest)
    }
    return { token }
  }

  /** @throws AUTH_TOKEN_INVALID, AUTH_TOKEN_EXPIRED, AUTH_TOKEN_ALREADY_ACCEPTED @returns whose device it is. */
  accept(bytes: Buffer, userId: number): AuthKey {
    const token = this.tokens.get(bytes.toString('hex'))
    if (token === undefined) throw badRequest('AUTH_TOKEN_INVALID')
    if (token.acceptedBy !== null) throw badRequest('AUTH_TOKEN_ALREADY_ACCEPTED')
    if (token.expiresAt <= this.clock.now()) throw badRequest('AUTH_TOKEN_EXPIRED')
    token.acceptedBy = userId
    return token.identity
  }

  /** The device that showed the token is signed in: the token is spent. */
  spend(token: Token): void {
    this.tokens.delete(token.bytes.toString('hex'))
  }
}
