import type { Api } from 'telegram'
import type { GroupOption, Lack } from '../../../../src-preload/contract/session'
import { tl } from '../library'

const topicsOff: Lack = { what: 'Topics are off.', mend: 'In Telegram: open the group, Edit, Topics, on.' }
const mayNotPost: Lack = {
  what: 'This account may not write in the group.',
  mend: 'In Telegram: open the group, Edit, Permissions, allow messages, or make this account an admin.',
}
const mayNotManage: Lack = {
  what: 'The desk cannot close, reopen or rename topics here.',
  mend: 'In Telegram: open the group, Edit, Administrators, add this account with Manage topics.',
}
const botSeesLittle: Lack = {
  what: 'The bot is not an admin, so it may not see every message.',
  mend: 'In Telegram: open the group, Edit, Administrators, add the bot with Manage topics.',
}

/**
 * What keeps a group from being the support group, what the desk will miss in it, and how to mend either in
 * Telegram. Both empty when all is well.
 */
export function lacksOf(
  chat: Api.Channel | Api.Chat,
  isBot: boolean,
): Pick<GroupOption, 'problems' | 'warnings'> {
  // A basic group becomes a supergroup by itself when its topics are turned on.
  if (chat instanceof tl.Chat) return { problems: [topicsOff], warnings: [] }
  const problems: Lack[] = []
  const warnings: Lack[] = []
  const isAdmin = chat.creator === true || Boolean(chat.adminRights)
  if (!chat.forum) problems.push(topicsOff)
  if (!isAdmin && isMuted(chat)) problems.push(mayNotPost)
  if (isBot && !isAdmin) warnings.push(botSeesLittle)
  else if (chat.forum && chat.creator !== true && chat.adminRights?.manageTopics !== true)
    warnings.push(mayNotManage)
  return { problems, warnings }
}

/** Whether who is no admin may not write there. */
export function isMuted({ bannedRights, defaultBannedRights }: Api.Channel): boolean {
  return [bannedRights, defaultBannedRights].some(
    (rights) => rights?.sendMessages === true || rights?.sendPlain === true,
  )
}
