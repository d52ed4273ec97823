import type { Api } from 'telegram'
import type { ChatOption } from '../../../../src-preload/contract/account'
import { tl } from '../library'
import type { Ask } from '../link/ask'
import { userMark } from '../peers/peer'
import { personOf, serviceAccount } from '../translate/people'
import { dialogPages } from './dialog-pages'

/** Private chats that were found, and the marks that remember how to reach the people. */
export interface FoundChats {
  readonly options: readonly Omit<ChatOption, 'isFollowed'>[]
  readonly marks: ReadonlyMap<string, string>
}

/** How many pages of chats are looked through. */
const pagesMax = 5
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
  for await (const { dialogs, users: all } of dialogPages(ask, pagesMax)) {
    const users = new Map<string, Api.User>()
    for (const user of all) if (user instanceof tl.User) users.set(user.id.toString(), user)
    for (const dialog of dialogs) {
      const peer = dialog instanceof tl.Dialog ? dialog.peer : null
      const user = peer instanceof tl.PeerUser ? users.get(peer.userId.toString()) : undefined
      if (user) yield user
    }
  }
}
