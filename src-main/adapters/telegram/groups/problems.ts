import type { Api } from 'telegram'
import type { GroupOption } from '../../../../src-preload/contract/session'
import { tl } from '../library'

type Problem = GroupOption['problems'][number]

const topicsOff: Problem = { what: 'Topics are off.', mend: 'In Telegram: open the group, Edit, Topics, on.' }
const mayNotPost: Problem = {
  what: 'This account may not write in the group.',
  mend: 'In Telegram: open the group, Edit, Permissions, allow messages, or make this account an admin.',
}
const mayNotManage: Problem = {
  what: 'This account may not close or reopen topics.',
  mend: 'In Telegram: open the group, Edit, Administrators, add this account with Manage topics.',
}
const botSeesLittle: Problem = {
  what: 'The bot is not an admin, so it may not see every message.',
  mend: 'In Telegram: open the group, Edit, Administrators, add the bot with Manage topics.',
}

/** What keeps a group from being the support group, and how to mend it in Telegram. Empty when nothing does. */
export function problemsOf(chat: Api.Channel | Api.Chat, isBot: boolean): readonly Problem[] {
  // A basic group becomes a supergroup by itself when its topics are turned on.
  if (chat instanceof tl.Chat) return [topicsOff]
  const problems: Problem[] = []
  if (!chat.forum) problems.push(topicsOff)
  const isAdmin = chat.creator === true || chat.adminRights !== undefined
  const banned = chat.bannedRights?.sendMessages === true || chat.bannedRights?.sendPlain === true
  const closed =
    chat.defaultBannedRights?.sendMessages === true || chat.defaultBannedRights?.sendPlain === true
  if (!isAdmin && (banned || closed)) problems.push(mayNotPost)
  if (isBot && !isAdmin) problems.push(botSeesLittle)
  else if (chat.forum && chat.creator !== true && chat.adminRights?.manageTopics !== true)
    problems.push(mayNotManage)
  return problems
}
