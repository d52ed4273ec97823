import type { Api } from 'telegram'
import { chatOf } from '../../../core/evidence/set-aside'
import type { ReadAgain } from '../../../core/ports'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { channelOf } from '../peers/channel-of'
import { personOf } from '../translate/people'
import { factOfNew, type Reader } from '../translate/translate'

/** How many messages Telegram gives at once. */
const pageSize = 100

/**
 * Single messages as they are now, which any account may ask for by number. Private messages are numbered over all
 * chats of an account: of those only what is in `chatId` is taken (R169).
 *
 * @param peer The group; null for private messages.
 */
export async function readAgain(
  chatId: string,
  numbers: readonly number[],
  peer: Api.InputPeerChannel | Api.InputPeerUser | null,
  reader: Reader,
  ask: Ask,
): Promise<ReadAgain> {
  const messages: Api.TypeMessage[] = []
  const users: Api.TypeUser[] = []
  for (let from = 0; from < numbers.length; from += pageSize) {
    const id = numbers.slice(from, from + pageSize).map((number) => new tl.InputMessageID({ id: number }))
    const found = await ask(
      peer instanceof tl.InputPeerChannel
        ? new tl.channels.GetMessages({ channel: channelOf(peer), id })
        : new tl.messages.GetMessages({ id }),
    )
    if (!('messages' in found)) continue
    messages.push(...found.messages)
    users.push(...found.users)
  }
  const facts = messages.flatMap((message) => factOfNew(message, reader) ?? [])
  return {
    facts: facts.filter((fact) => chatOf(fact) === chatId),
    gone: messages.flatMap((message) => (message instanceof tl.MessageEmpty ? message.id : [])),
    people: users.flatMap((user) => personOf(user) ?? []),
  }
}
