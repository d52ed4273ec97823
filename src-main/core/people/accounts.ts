import type { FollowedGroup } from '../../../src-preload/contract/account'
import type { Account } from '../../../src-preload/contract/session'
import { privateChatOf } from '../conversation/message'
import type { DeskState } from '../desk/state'

type Ground = Pick<DeskState, 'accounts' | 'groups'>

/** Who sits at this desk: the first personal account, else the first bot; null while nobody is signed in. */
export function mainAccount({ accounts }: Pick<DeskState, 'accounts'>): Account | null {
  return accounts.find(({ kind }) => kind === 'user') ?? accounts[0] ?? null
}

/** The account a chat is read and answered through; null if it is signed out or the chat is not followed. */
export function accountOfChat({ accounts, groups }: Ground, chatId: string): Account | null {
  const id = privateChatOf(chatId)?.accountId ?? groupOf({ groups }, chatId)?.accountId
  return accounts.find((account) => account.id === id) ?? null
}

/** A group the desk follows; null if it does not. */
export function groupOf({ groups }: Pick<DeskState, 'groups'>, groupId: string): FollowedGroup | null {
  return groups.find(({ id }) => id === groupId) ?? null
}

/** The staff group a bot copies its private chats into; null if it has none. */
export function staffGroupOf({ groups }: Pick<DeskState, 'groups'>, botId: string): FollowedGroup | null {
  return groups.find(({ role, accountId }) => role === 'staff' && accountId === botId) ?? null
}
