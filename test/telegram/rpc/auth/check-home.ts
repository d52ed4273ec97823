import { RpcError } from '../../rpc-error'
import type { Account } from '../../world/account'
import type { Call } from '../method'

/** Sends those to their own data centre who live in another (core.telegram.org/api/datacenter). @throws PHONE_MIGRATE_n, USER_MIGRATE_n */
export function checkHome({ session }: Call, account: Account | undefined, what: 'PHONE' | 'USER'): void {
  const home = account?.homeDc ?? null
  if (home !== null && home !== session.key.dcId) throw new RpcError(303, `${what}_MIGRATE_${home}`)
}
