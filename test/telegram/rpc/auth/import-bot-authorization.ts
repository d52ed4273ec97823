import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { method } from '../method'
import { checkApiId } from './check-api-id'
import { signInAs } from './sign-in-as'

/** core.telegram.org/method/auth.importBotAuthorization */
export const importBotAuthorization = method(Api.auth.ImportBotAuthorization, 'anybody', (call, request) => {
  checkApiId(request.apiId, request.apiHash)
  const bot = [...call.world.accounts.values()].find((each) => each.botToken === request.botAuthToken)
  if (bot === undefined) throw badRequest('ACCESS_TOKEN_INVALID')
  return signInAs(call, bot)
})
