import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { method } from '../method'
import { checkApiId } from './check-api-id'
import { checkHome } from './check-home'

const RESEND_AFTER_SECONDS = 60

/** Digits only; what is no phone number at all is PHONE_NUMBER_INVALID. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/[\s()+-]/g, '')
  if (!/^\d{7,15}$/.test(digits)) throw badRequest('PHONE_NUMBER_INVALID')
  return digits
}

/**
 * core.telegram.org/method/auth.sendCode. A phone that nobody has yet gets a
 * code too: signing in with it leads to `auth.signUp`.
 */
export const sendCode = method(Api.auth.SendCode, 'anybody', (call, request) => {
  checkApiId(request.apiId, request.apiHash)
  const phone = phoneDigits(request.phoneNumber)
  checkHome(call, call.world.byPhone(phone), 'PHONE')
  const { code, hash } = call.desk.codes.send(phone)
  return new Api.auth.SentCode({
    type: new Api.auth.SentCodeTypeApp({ length: code.length }),
    phoneCodeHash: hash,
    nextType: new Api.auth.CodeTypeSms(),
    timeout: RESEND_AFTER_SECONDS,
  })
})

/** core.telegram.org/method/auth.resendCode: another code, by the next way. */
export const resendCode = method(Api.auth.ResendCode, 'anybody', ({ desk }, request) => {
  const { code, hash } = desk.codes.resend(phoneDigits(request.phoneNumber), request.phoneCodeHash)
  return new Api.auth.SentCode({
    type: new Api.auth.SentCodeTypeSms({ length: code.length }),
    phoneCodeHash: hash,
  })
})

/** core.telegram.org/method/auth.cancelCode */
export const cancelCode = method(Api.auth.CancelCode, 'anybody', ({ desk }, request) => {
  desk.codes.cancel(phoneDigits(request.phoneNumber), request.phoneCodeHash)
  return true
})
