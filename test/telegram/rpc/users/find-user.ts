import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { big, id } from '../../tl/values'
import type { Account } from '../../world/account'
import type { Call } from '../method'

/** @throws USER_ID_INVALID: no such user, or not the hash that this data centre gave out. */
export function findUser({ me, world }: Call, input: unknown): Account {
  if (input instanceof Api.InputUserSelf || input instanceof Api.InputPeerSelf) return me
  if (!(input instanceof Api.InputUser || input instanceof Api.InputPeerUser))
    throw badRequest('USER_ID_INVALID')
  const account = world.accounts.get(id(input.userId))
  if (account === undefined || account.accessHash !== big(input.accessHash))
    throw badRequest('USER_ID_INVALID')
  return account
}
