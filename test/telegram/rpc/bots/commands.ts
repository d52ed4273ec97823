import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import type { BotSide } from '../../world/account'
import { type Call, method } from '../method'

function botOf({ me }: Call): BotSide {
  if (me.bot === null) throw badRequest('USER_BOT_REQUIRED')
  return me.bot
}

/** core.telegram.org/method/bots.setBotCommands: one list for every chat and language. */
export const setBotCommands = method(Api.bots.SetBotCommands, 'bots', (call, request) => {
  const isBad = ({ command, description }: Api.BotCommand) =>
    !/^[a-z0-9_]{1,32}$/.test(command) || description.length < 1 || description.length > 256
  if (request.commands.some(isBad)) throw badRequest('BOT_COMMAND_INVALID')
  botOf(call).commands = request.commands.map(({ command, description }) => ({ command, description }))
  return true
})

/** core.telegram.org/method/bots.getBotCommands */
export const getBotCommands = method(Api.bots.GetBotCommands, 'bots', (call) =>
  botOf(call).commands.map((each) => new Api.BotCommand({ ...each })),
)
