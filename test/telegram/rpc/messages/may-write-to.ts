import { badRequest } from '../../rpc-error'
import type { Account } from '../../world/account'
import { isBot } from '../../world/account'
import type { BasicGroup } from '../../world/basic-group'
import type { Call } from '../method'

/**
 * Whether one may write to a person. A bot cannot begin: until the other one
 * has written first, the peer does not exist for it.
 *
 * @throws INPUT_USER_DEACTIVATED, USER_IS_BOT, PEER_ID_INVALID, USER_IS_BLOCKED, YOU_BLOCKED_USER
 */
export function checkMayWriteTo({ me }: Call, other: Account): void {
  if (other === me) return
  if (other.isDeactivated) throw badRequest('INPUT_USER_DEACTIVATED')
  if (me.blocked.has(other.id)) throw badRequest('YOU_BLOCKED_USER')
  if (!isBot(me)) return
  if (isBot(other)) throw badRequest('USER_IS_BOT')
  if (!me.box.chats.has(other.id)) throw badRequest('PEER_ID_INVALID')
  if (other.blocked.has(me.id)) throw badRequest('USER_IS_BLOCKED')
}

/** A basic group that has become a supergroup takes nothing any more. @throws CHAT_WRITE_FORBIDDEN */
export function checkMayWriteInBasic(basic: BasicGroup): void {
  if (basic.migratedTo !== null) throw badRequest('CHAT_WRITE_FORBIDDEN')
}
