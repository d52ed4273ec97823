import type { Api } from 'telegram'
import type { Account, GroupOption } from '../../../../src-preload/contract/session'
import { dialogPages } from '../chats/dialog-pages'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { knownGroupOf, marks } from '../marks'
import { groupMark } from '../peers/group'
import { lacksOf } from './problems'

/** How many pages of chats are looked through for groups. */
const pagesMax = 20

/** The groups an account could serve, and the marks that remember how to reach them. */
export interface FoundGroups {
  readonly options: readonly GroupOption[]
  readonly marks: ReadonlyMap<string, string>
}

/** Lists the groups of an account with what each lacks; those that can be chosen come first. */
export async function findGroups(
  ask: Ask,
  account: Account,
  known: ReadonlyMap<string, string>,
): Promise<FoundGroups> {
  const chats = account.kind === 'bot' ? await groupsOfBot(ask, account, known) : await groupsOfUser(ask)
  const found = new Map<string, string>()
  const options: GroupOption[] = []
  for (const chat of chats) {
    const mark = groupMark(chat, account.id)
    if (mark) found.set(mark.name, mark.text)
    const option = optionOf(chat, account.kind === 'bot')
    if (option) options.push(option)
  }
  options.sort(
    (a, b) =>
      a.problems.length - b.problems.length ||
      a.warnings.length - b.warnings.length ||
      a.title.localeCompare(b.title),
  )
  return { options, marks: found }
}

function optionOf(chat: Api.TypeChat, isBot: boolean): GroupOption | null {
  if (chat instanceof tl.Channel) {
    if (!chat.megagroup || chat.left) return null
    const members = chat.participantsCount ?? 0
    return { id: chat.id.toString(), title: chat.title, members, ...lacksOf(chat, isBot) }
  }
  if (!(chat instanceof tl.Chat) || chat.left || chat.deactivated || chat.migratedTo) return null
  return {
    id: chat.id.toString(),
    title: chat.title,
    members: chat.participantsCount,
    ...lacksOf(chat, isBot),
  }
}

async function groupsOfUser(ask: Ask): Promise<Api.TypeChat[]> {
  const chats = new Map<string, Api.TypeChat>()
  for await (const page of dialogPages(ask, pagesMax))
    for (const chat of page.chats) if (!('min' in chat && chat.min)) chats.set(chat.id.toString(), chat)
  return [...chats.values()]
}

/** A bot may not ask for its groups (telegram.md B.5): those it has heard of are asked for one by one. */
async function groupsOfBot(
  ask: Ask,
  account: Account,
  known: ReadonlyMap<string, string>,
): Promise<Api.TypeChat[]> {
  const prefix = marks.groupPrefix(account.id)
  const id: Api.InputChannel[] = []
  for (const [name, text] of known) {
    const group = name.startsWith(prefix) ? knownGroupOf(text) : null
    if (!group) continue
    id.push(
      new tl.InputChannel({ channelId: long(name.slice(prefix.length)), accessHash: long(group.accessHash) }),
    )
  }
  if (id.length === 0) return []
  return (await ask(new tl.channels.GetChannels({ id }))).chats
}
