import { checkSrp, makeVerifier, type SrpExchange, startSrp, type Verifier } from '../../crypto/srp'
import type { Random } from '../../random'
import { badRequest } from '../../rpc-error'
import type { Account } from '../../world/account'

/** Two-step verification under way (core.telegram.org/api/srp). */
export class PasswordChecks {
  private readonly verifiers = new Map<string, Verifier>()
  private readonly exchanges = new Map<bigint, { readonly userId: number; readonly exchange: SrpExchange }>()

  constructor(private readonly random: Random) {}

  /** @returns null where the account has no password. */
  start(account: Account): { readonly srpId: bigint; readonly exchange: SrpExchange } | null {
    if (account.password === null) return null
    const exchange = startSrp(this.verifier(account.id, account.password.text))
    const srpId = this.random.big()
    // One at a time: an older id is SRP_ID_INVALID, as on the service.
    for (const [id, { userId }] of this.exchanges) if (userId === account.id) this.exchanges.delete(id)
    this.exchanges.set(srpId, { userId: account.id, exchange })
    return { srpId, exchange }
  }

  /** @throws SRP_ID_INVALID, PASSWORD_HASH_INVALID */
  check(account: Account, srpId: bigint, A: Buffer, M1: Buffer): void {
    const known = this.exchanges.get(srpId)
    if (known === undefined || known.userId !== account.id) throw badRequest('SRP_ID_INVALID')
    if (!checkSrp(known.exchange, A, M1)) throw badRequest('PASSWORD_HASH_INVALID')
    this.exchanges.delete(srpId)
  }

  private verifier(userId: number, password: string): Verifier {
    const name = `${userId}/${password}`
    const known = this.verifiers.get(name)
    if (known !== undefined) return known
    const made = makeVerifier(password, this.random.bytes(16), this.random.bytes(16))
    this.verifiers.set(name, made)
    return made
  }
}
