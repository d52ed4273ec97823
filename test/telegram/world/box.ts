import type { Account, BoxChat } from './account'
import type { BoxRef } from './events'

/** One conversation of a box; it begins when it is first asked for. */
export function boxChat(account: Account, chat: BoxRef): BoxChat {
  const { box } = account
  const [chats, id] = chat.kind === 'private' ? [box.chats, chat.userId] : [box.basicGroups, chat.id]
  const known = chats.get(id)
  if (known !== undefined) return known
  const made: BoxChat = { messageIds: [], readInboxMaxId: 0, readOutboxMaxId: 0 }
  chats.set(id, made)
  return made
}

/** Whether there is a message in the box from or to somebody. */
export function hasChat(account: Account, userId: number): boolean {
  return (account.box.chats.get(userId)?.messageIds.length ?? 0) > 0
}
