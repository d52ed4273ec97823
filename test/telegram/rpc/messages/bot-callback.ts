import { Api } from 'telegram'
import { badRequest, RpcError } from '../../rpc-error'
import { big, given, messageId } from '../../tl/values'
import { answerPressed, type PressAnswer, pressButton } from '../../world/press-button'
import { method } from '../method'
import { findPeer } from './find-peer'

const WAITS_MS = 10_000

/**
 * core.telegram.org/method/messages.getBotCallbackAnswer: presses a button and
 * waits for what the bot says to it.
 *
 * @throws BOT_RESPONSE_TIMEOUT (502) if it says nothing; the query itself can be answered longer.
 */
export const getBotCallbackAnswer = method(
  Api.messages.GetBotCallbackAnswer,
  'people',
  async (call, request) => {
    const { world, me } = call
    const peer = findPeer(call, request.peer)
    const message = (peer.kind === 'group' ? peer.group.messages : me.box.messages).get(
      messageId(request.msgId),
    )
    if (message === undefined) throw badRequest('MESSAGE_ID_INVALID')
    if (request.data === undefined) throw badRequest('DATA_INVALID')
    const pressed = pressButton(world, me.id, message, request.data)
    const answer = await new Promise<PressAnswer | null>((resolve) => {
      pressed.waiting.push(resolve)
      setTimeout(() => resolve(null), WAITS_MS).unref()
    })
    if (answer === null) throw new RpcError(502, 'BOT_RESPONSE_TIMEOUT')
    return new Api.messages.BotCallbackAnswer(
      given({
        alert: answer.isAlert,
        hasUrl: answer.url !== null,
        message: answer.text ?? undefined,
        url: answer.url ?? undefined,
        cacheTime: answer.cacheSeconds,
      }),
    )
  },
)

/** core.telegram.org/method/messages.setBotCallbackAnswer. @throws QUERY_ID_INVALID, MESSAGE_TOO_LONG */
export const setBotCallbackAnswer = method(Api.messages.SetBotCallbackAnswer, 'bots', (call, request) => {
  const { message, url, alert, cacheTime } = request
  if ((message?.length ?? 0) > 200) throw badRequest('MESSAGE_TOO_LONG')
  answerPressed(call.world, call.me.id, big(request.queryId), {
    text: message ?? null,
    isAlert: alert === true,
    url: url ?? null,
    cacheSeconds: cacheTime,
  })
  return true
})
