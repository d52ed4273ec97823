import type { FollowedGroup } from '../../../src-preload/contract/account'
import type { Account } from '../../../src-preload/contract/session'
import { cleanLine } from '../../desk/plain-text'

const noHistory = 'A bot’s private chats cannot be compared, as Telegram gives bots no history.'

/** What a comparison looks at, where there is an account that can be compared. */
export function comparedWords(accounts: readonly Pick<Account, 'kind'>[]): string {
  const what =
    'Reads again what Telegram has of the groups and private chats that a personal account follows, and compares it with the tickets, message by message. It also runs every night.'
  return accounts.some(({ kind }) => kind === 'bot') ? `${what} ${noHistory}` : what
}

/** Why nothing can be compared: there is no personal account. What would change that, if anything would. */
export function notComparedWords(groups: readonly Pick<FollowedGroup, 'title' | 'role'>[]): string {
  const what =
    'Compared are the topics of groups and the private chats that a personal account follows. None is signed in.'
  const group = groups.find(({ role }) => role === 'public')
  if (!group) return `${what} ${noHistory}`
  const title = cleanLine(group.title, 'the group')
  return `${what} Add one and follow ${title} with it, and its topics are compared every night. ${noHistory}`
}
