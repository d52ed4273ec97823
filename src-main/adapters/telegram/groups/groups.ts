import type { Api } from 'telegram'
import type { Account, GroupOption } from '../../../../src-preload/contract/session'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { knownGroupOf, marks } from '../marks'
import { groupMark } from '../peers/group'
import { lacksOf } from './problems'

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
  let offset = { date: 0, id: 0, peer: new tl.InputPeerEmpty() as Api.TypeInputPeer }
  for (let pages = 0; pages < 20; pages++) {
    const page = await ask(
      new tl.messages.GetDialogs({
        offsetDate: offset.date,
        offsetId: offset.id,
        offsetPeer: offset.peer,
        limit: 100,
        hash: long(0),
      }),
    )
    if (page instanceof tl.messages.DialogsNotModified) break
    for (const chat of page.chats) if (!('min' in chat && chat.min)) chats.set(chat.id.toString(), chat)
    const next = page instanceof tl.messages.DialogsSlice ? nextOffset(page) : null
    if (!next) break
    offset = next
  }
  return [...chats.values()]
}

function nextOffset(
  page: Api.messages.DialogsSlice,
): { date: number; id: number; peer: Api.TypeInputPeer } | null {
  const last = page.dialogs[page.dialogs.length - 1]
  if (!last || !(last instanceof tl.Dialog)) return null
  const top = page.messages.find((message) => message.id === last.topMessage)
  const date = top && 'date' in top && typeof top.date === 'number' ? top.date : 0
  const peer = inputPeer(last.peer, page)
  return peer && date > 0 ? { date, id: last.topMessage, peer } : null
}

function inputPeer(peer: Api.TypePeer, page: Api.messages.DialogsSlice): Api.TypeInputPeer | null {
  if (peer instanceof tl.PeerUser) {
    const user = page.users.find((one) => one.id.equals(peer.userId))
    if (!(user instanceof tl.User) || !user.accessHash) return null
    return new tl.InputPeerUser({ userId: user.id, accessHash: user.accessHash })
  }
  if (peer instanceof tl.PeerChannel) {
    const chat = page.chats.find((one) => one.id.equals(peer.channelId))
    if (!(chat instanceof tl.Channel) || !chat.accessHash) return null
    return new tl.InputPeerChannel({ channelId: chat.id, accessHash: chat.accessHash })
  }
  return new tl.InputPeerChat({ chatId: peer.chatId })
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
