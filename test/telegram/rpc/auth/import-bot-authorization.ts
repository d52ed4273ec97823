import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { method } from '../method'
import { checkApiId } from './check-api-id'
import { checkHome } from './check-home'
import { signInAs } from './sign-in-as'

/** core.telegram.org/method/auth.importBotAuthorization. @throws ACCESS_TOKEN_INVALID, ACCESS_TOKEN_EXPIRED for one that was revoked */
export const importBotAuthorization = method(Api.auth.ImportBotAuthorization, 'anybody', (call, request) => {
  checkApiId(request.apiId, request.apiHash)
  const token = request.botAuthToken
  if (call.world.spentTokens.has(token)) throw badRequest('ACCESS_TOKEN_EXPIRED')
  const bot = [...call.world.accounts.values()].find((each) => each.bot?.token === token)
  if (bot === undefined) throw badRequest('ACCESS_TOKEN_INVALID')
  checkHome(call, bot, 'USER')
  return signInAs(call, bot)
})
