import type { Api } from 'telegram'
import type { ChatOption } from '../../../../src-preload/contract/account'
import { long, tl } from '../library'
import type { Ask } from '../link/ask'
import { userMark } from '../peers/peer'
import { personOf, serviceAccount } from '../translate/people'

/** Private chats that were found, and the marks that remember how to reach the people. */
export interface FoundChats {
  readonly options: readonly Omit<ChatOption, 'isFollowed'>[]
  readonly marks: ReadonlyMap<string, string>
}

const pageSize = 100
/** How many dialogs are looked through: five requests. */
const lookThrough = 500
const mostOptions = 50

/** Private chats of a personal account by name or username, the newest first. What is found is kept nowhere. */
export async function findChats(ask: Ask, account: string, text: string): Promise<FoundChats> {
  const wanted = text.trim().toLowerCase()
  const options: Omit<ChatOption, 'isFollowed'>[] = []
  const marks = new Map<string, string>()
  for await (const user of partners(ask)) {
    const person = personOf(user)
    const mark = userMark(user, account)
    if (!person || !mark || user.self || user.bot || user.deleted || person.id === serviceAccount) continue
    const named = `${person.name} @${person.username ?? ''}`.toLowerCase()
    if (!named.includes(wanted)) continue
    options.push({ personId: person.id, name: person.name, username: person.username })
    marks.set(mark.name, mark.text)
    if (options.length === mostOptions) break
  }
  return { options, marks }
}

/** How a person with whom there is a private chat is reached; empty if there is none among the newest. */
export async function findPartner(
  ask: Ask,
  account: string,
  personId: string,
): Promise<ReadonlyMap<string, string>> {
  for await (const user of partners(ask)) {
    const mark = userMark(user, account)
    if (mark?.personId === personId) return new Map([[mark.name, mark.text]])
  }
  return new Map()
}

async function* partners(ask: Ask): AsyncGenerator<Api.User> {
  let offset = { date: 0, id: 0, peer: new tl.InputPeerEmpty() as Api.TypeInputPeer }
  for (let seen = 0; seen < lookThrough; seen += pageSize) {
    const page = await ask(
      new tl.messages.GetDialogs({
        offsetDate: offset.date,
        offsetId: offset.id,
        offsetPeer: offset.peer,
        limit: pageSize,
        hash: long(0),
      }),
    )
    if (!('dialogs' in page)) return
    const users = new Map<string, Api.User>()
    for (const user of page.users) if (user instanceof tl.User) users.set(user.id.toString(), user)
    const dialogs = page.dialogs.filter((dialog) => dialog instanceof tl.Dialog)
    for (const dialog of dialogs) {
      const user = dialog.peer instanceof tl.PeerUser ? users.get(dialog.peer.userId.toString()) : undefined
      if (user) yield user
    }
    const last = dialogs.at(-1)
    const next = last && after(last, page.messages, page.users, page.chats)
    if (!next || page instanceof tl.messages.Dialogs || page.dialogs.length < pageSize) return
    offset = next
  }
}

function after(
  { peer, topMessage }: Api.Dialog,
  messages: readonly Api.TypeMessage[],
  users: readonly Api.TypeUser[],
  chats: readonly Api.TypeChat[],
): { date: number; id: number; peer: Api.TypeInputPeer } | null {
  const top = messages.find(({ id }) => id === topMessage)
  const date = top && 'date' in top && typeof top.date === 'number' ? top.date : 0
  const input = inputPeer(peer, users, chats)
  return input && { date, id: topMessage, peer: input }
}

function inputPeer(
  peer: Api.TypePeer,
  users: readonly Api.TypeUser[],
  chats: readonly Api.TypeChat[],
): Api.TypeInputPeer | null {
  if (peer instanceof tl.PeerChat) return new tl.InputPeerChat({ chatId: peer.chatId })
  if (peer instanceof tl.PeerUser) {
    const user = users.find((one) => one.id.toString() === peer.userId.toString())
    const accessHash = user instanceof tl.User ? user.accessHash : undefined
    return accessHash ? new tl.InputPeerUser({ userId: peer.userId, accessHash }) : null
  }
  const chat = chats.find((one) => one.id.toString() === peer.channelId.toString())
  const accessHash = chat instanceof tl.Channel ? chat.accessHash : undefined
  return accessHash ? new tl.InputPeerChannel({ channelId: peer.channelId, accessHash }) : null
}
