import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { addAccount } from '../../world/add-account'
import { method } from '../method'
import { phoneDigits } from './send-code'
import { signInAs } from './sign-in-as'

const FIRST_NEW_ID = 900_000_001

/** core.telegram.org/method/auth.signUp: after `authorizationSignUpRequired`, with the same code still good. */
export const signUp = method(Api.auth.SignUp, 'anybody', (call, request) => {
  const { world, desk } = call
  const phone = phoneDigits(request.phoneNumber)
  desk.codes.checkProven(phone, request.phoneCodeHash)
  if (world.byPhone(phone) !== undefined) throw badRequest('PHONE_NUMBER_OCCUPIED')
  if (request.firstName.trim() === '') throw badRequest('FIRSTNAME_INVALID')
  desk.codes.use(phone)
  const id = Math.max(FIRST_NEW_ID, ...[...world.accounts.keys()].map((known) => known + 1))
  const lastName = request.lastName === '' ? {} : { lastName: request.lastName }
  return signInAs(call, addAccount(world, { id, phone, firstName: request.firstName, ...lastName }))
})
