import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { isBot } from '../../world/account'
import { detectEntities } from '../../world/detect-entities'
import { method } from '../method'
import { findUser } from '../users/find-user'
import { takeRandomId } from './random-id'
import { sendTo } from './send'

/** core.telegram.org/method/messages.startBot: the button "Start", with what the link carried. */
export const startBot = method(Api.messages.StartBot, 'people', (call, request) => {
  if (!isBot(findUser(call, request.bot))) throw badRequest('BOT_INVALID')
  if (!/^[\w-]{0,64}$/.test(request.startParam)) throw badRequest('START_PARAM_INVALID')
  return sendTo(call, request.peer, undefined, () => {
    const text = startText(request.startParam)
    return [
      { draft: { text, entities: detectEntities(text, []) }, randomId: takeRandomId(call, request.randomId) },
    ]
  })
})

/** What "Start" writes. */
export function startText(parameter: string): string {
  return parameter === '' ? '/start' : `/start ${parameter}`
}
