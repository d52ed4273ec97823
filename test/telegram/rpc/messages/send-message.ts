import { Api } from 'telegram'
import { readEntities } from '../../view/entities'
import { method } from '../method'
import { botMarkup } from './bot-markup'
import { takeRandomId } from './random-id'
import { checkText, sendTo } from './send'

/** core.telegram.org/method/messages.sendMessage */
export const sendMessage = method(Api.messages.SendMessage, 'signed-in', (call, request) =>
  sendTo(call, request.peer, request.replyTo, () => {
    const text = checkText(request.message, null)
    const entities = readEntities(request.entities, text)
    return [
      {
        draft: { text, entities, markup: botMarkup(call, request.replyMarkup) },
        randomId: takeRandomId(call, request.randomId),
      },
    ]
  }),
)
