import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { big, given, long } from '../../tl/values'
import { method } from '../method'

/** core.telegram.org/method/account.getAuthorizations: every key this account is signed in with. */
export const getAuthorizations = method(Api.account.GetAuthorizations, 'people', ({ desk, me, identity }) => {
  const mine = desk.keys.all.filter(
    (key) => key.userId === me.id && key.refusal === null && key.temporary === null,
  )
  return new Api.account.Authorizations({
    authorizationTtlDays: 180,
    authorizations: mine.map(
      (key) =>
        new Api.Authorization(
          given({
            current: key === identity,
            hash: long(key === identity ? 0n : key.hash),
            deviceModel: key.device?.model ?? '',
            platform: '',
            systemVersion: key.device?.system ?? '',
            apiId: key.device?.apiId ?? 0,
            appName: 'Topicdesk',
            appVersion: key.device?.appVersion ?? '',
            dateCreated: seconds(key.createdAt),
            dateActive: seconds(key.activeAt),
            ip: '127.0.0.1',
            country: '',
            region: '',
          }),
        ),
    ),
  })
})

/** core.telegram.org/method/account.resetAuthorization: ends another device's session. */
export const resetAuthorization = method(
  Api.account.ResetAuthorization,
  'people',
  ({ desk, me }, request) => {
    const key = desk.keys.all.find((each) => each.userId === me.id && each.hash === big(request.hash))
    if (key === undefined) throw badRequest('HASH_INVALID')
    key.refusal = 'SESSION_REVOKED'
    return true
  },
)

/** core.telegram.org/method/auth.resetAuthorizations: ends every session but this one. */
export const resetAuthorizations = method(
  Api.auth.ResetAuthorizations,
  'people',
  ({ desk, me, identity }) => {
    for (const key of desk.keys.all) {
      if (key.userId === me.id && key !== identity) key.refusal = 'SESSION_REVOKED'
    }
    return true
  },
)
