import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest, RpcError } from '../../rpc-error'
import { given, long } from '../../tl/values'
import { encode } from '../../tl/writer'
import type { Call } from '../method'
import { method } from '../method'
import { checkApiId } from './check-api-id'
import { signInAs } from './sign-in-as'

/**
 * core.telegram.org/method/auth.exportLoginToken (core.telegram.org/api/qr-login):
 * a token to show as a QR code; asked again after another device accepted it,
 * the authorization itself, or SESSION_PASSWORD_NEEDED.
 */
export const exportLoginToken = method(Api.auth.ExportLoginToken, 'anybody', (call, request) => {
  checkApiId(request.apiId, request.apiHash)
  // The device waits for `updateLoginToken` although nobody is signed in yet.
  call.session.wantsUpdates = true
  return answerToken(call)
})

/** core.telegram.org/method/auth.importLoginToken: for a token of another data centre; here it is the same. */
export const importLoginToken = method(Api.auth.ImportLoginToken, 'anybody', (call, request) => {
  const { token } = call.desk.qr.export(call.identity)
  if (!token.bytes.equals(request.token)) throw badRequest('AUTH_TOKEN_INVALID')
  return answerToken(call)
})

function answerToken(call: Call) {
  const { token } = call.desk.qr.export(call.identity)
  if (token.acceptedBy === null) {
    return new Api.auth.LoginToken({ expires: seconds(token.expiresAt), token: token.bytes })
  }
  call.desk.qr.spend(token)
  const account = call.world.account(token.acceptedBy)
  if (account.password !== null) {
    call.identity.passwordPendingFor = account.id
    throw new RpcError(401, 'SESSION_PASSWORD_NEEDED')
  }
  return new Api.auth.LoginTokenSuccess({ authorization: signInAs(call, account) })
}

/** core.telegram.org/method/auth.acceptLoginToken: the device that is signed in scans the code. */
export const acceptLoginToken = method(Api.auth.AcceptLoginToken, 'people', (call, request) => {
  const device = call.desk.qr.accept(request.token, call.me.id)
  announceToken(call, device)
  return new Api.Authorization(
    given({
      hash: long(device.hash),
      deviceModel: device.device?.model ?? '',
      platform: '',
      systemVersion: device.device?.system ?? '',
      apiId: device.device?.apiId ?? 0,
      appName: 'Topicdesk',
      appVersion: device.device?.appVersion ?? '',
      dateCreated: seconds(device.createdAt),
      dateActive: seconds(device.activeAt),
      ip: '127.0.0.1',
      country: '',
      region: '',
    }),
  )
})

/** Tells the device that shows the code to ask again. */
export function announceToken({ desk, world }: Pick<Call, 'desk' | 'world'>, device: Call['identity']): void {
  const update = new Api.UpdateLoginToken()
  const body = encode(new Api.UpdateShort({ update, date: seconds(world.clock.now()) }))
  for (const session of desk.keys.sessionsOf(device)) session.push(body)
}
