import { Api } from 'telegram'
import { RpcError } from '../../rpc-error'
import { tlUser } from '../../view/peers'
import type { Account } from '../../world/account'
import type { Call } from '../method'

/** Ties the key to a user: from now on whoever holds it is signed in. */
export function signInAs(
  { identity, world }: Pick<Call, 'identity' | 'world'>,
  account: Account,
): Api.auth.Authorization {
  if (account.isDeactivated) throw new RpcError(401, 'USER_DEACTIVATED')
  identity.userId = account.id
  identity.passwordPendingFor = null
  identity.refusal = null
  return new Api.auth.Authorization({ user: tlUser(world, account, account.id) })
}
