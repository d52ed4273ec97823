import { Api } from 'telegram'
import { badRequest, RpcError } from '../../rpc-error'
import { big } from '../../tl/values'
import { method } from '../method'
import { signInAs } from './sign-in-as'

/** core.telegram.org/method/auth.checkPassword */
export const checkPassword = method(Api.auth.CheckPassword, 'anybody', (call, { password }) => {
  const userId = call.identity.passwordPendingFor
  if (userId === null) throw new RpcError(401, 'AUTH_KEY_UNREGISTERED')
  if (!(password instanceof Api.InputCheckPasswordSRP)) throw badRequest('PASSWORD_HASH_INVALID')
  const account = call.world.account(userId)
  call.desk.passwords.check(account, big(password.srpId), password.A, password.M1)
  return signInAs(call, account)
})
