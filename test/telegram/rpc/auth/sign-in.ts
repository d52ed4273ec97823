import { Api } from 'telegram'
import { RpcError } from '../../rpc-error'
import { method } from '../method'
import { checkHome } from './check-home'
import { phoneDigits } from './send-code'
import { signInAs } from './sign-in-as'

/** core.telegram.org/method/auth.signIn */
export const signIn = method(Api.auth.SignIn, 'anybody', (call, request) => {
  const phone = phoneDigits(request.phoneNumber)
  checkHome(call, call.world.byPhone(phone), 'PHONE')
  call.desk.codes.check(phone, request.phoneCodeHash, request.phoneCode)
  const account = call.world.byPhone(phone)
  if (account === undefined) return new Api.auth.AuthorizationSignUpRequired({})
  call.desk.codes.use(phone)
  if (account.password !== null) {
    call.identity.passwordPendingFor = account.id
    throw new RpcError(401, 'SESSION_PASSWORD_NEEDED')
  }
  return signInAs(call, account)
})
