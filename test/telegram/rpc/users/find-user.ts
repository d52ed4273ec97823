import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { big, id, type Long, messageId } from '../../tl/values'
import { type Account, isBot } from '../../world/account'
import type { Call } from '../method'

/** @throws USER_ID_INVALID: no such user, or not the hash that this data centre gave out. */
export function findUser(call: Call, input: unknown): Account {
  const { me, world } = call
  if (input instanceof Api.InputUserSelf || input instanceof Api.InputPeerSelf) return me
  if (input instanceof Api.InputUserFromMessage || input instanceof Api.InputPeerUserFromMessage) {
    return findAuthor(call, input)
  }
  if (!(input instanceof Api.InputUser || input instanceof Api.InputPeerUser))
    throw badRequest('USER_ID_INVALID')
  const account = world.accounts.get(id(input.userId))
  if (account === undefined || !fitsHash(me, input.accessHash, account.accessHash)) {
    throw badRequest('USER_ID_INVALID')
  }
  return account
}

/** Bots may leave the hash out, as 0: whom they may not write to is another question. */
export function fitsHash(me: Account, given: Long, real: bigint): boolean {
  return big(given) === real || (isBot(me) && big(given) === 0n)
}

/** Somebody known only as `min`: named by a message of theirs (core.telegram.org/api/min). */
function findAuthor(call: Call, input: Api.InputUserFromMessage | Api.InputPeerUserFromMessage): Account {
  const { peer, msgId } = input
  if (!(peer instanceof Api.InputPeerChannel)) throw badRequest('PEER_ID_INVALID')
  const group = call.world.groups.get(id(peer.channelId))
  const isMine = group?.accessHash === big(peer.accessHash) && group.members.has(call.me.id)
  const message = isMine ? group.messages.get(messageId(msgId)) : undefined
  if (message === undefined || message.from !== id(input.userId)) throw badRequest('MSG_ID_INVALID')
  return call.world.account(message.from)
}
