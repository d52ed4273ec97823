import type { Api } from 'telegram'
import { Refusal } from '../../../core/refusal'
import { long, tl } from '../library'
import { type KnownMarks, knownGroupOf, marks } from '../marks'

/** How to name a group to Telegram. */
export interface GroupPeer {
  readonly channel: Api.InputChannel
  readonly peer: Api.InputPeerChannel
  readonly title: string
}

/**
 * The way to a group the account was in. Explicit peers only: the library's cache of them goes stale
 * (telegram.md B.1, 10).
 *
 * @throws {@link Refusal} `not-found` if this account never met the group.
 */
export function groupPeer(known: KnownMarks, account: string, groupId: string): GroupPeer {
  const group = knownGroupOf(known.get(marks.group(account, groupId)))
  if (!group) throw new Refusal('not-found', 'This account does not know that group. Choose the group again.')
  const ids = { channelId: long(groupId), accessHash: long(group.accessHash) }
  return { channel: new tl.InputChannel(ids), peer: new tl.InputPeerChannel(ids), title: group.title }
}

/** The mark that remembers a group, or null if Telegram gave too little to reach it. */
export function groupMark(chat: Api.TypeChat, account: string): { name: string; text: string } | null {
  if (!(chat instanceof tl.Channel) || chat.min || !chat.accessHash || !chat.megagroup || chat.left)
    return null
  return {
    name: marks.group(account, chat.id.toString()),
    text: JSON.stringify({ accessHash: chat.accessHash.toString(), title: chat.title }),
  }
}

/** Marks for the groups that came along and are not known yet, by group. */
export function newGroupMarks(
  chats: readonly Api.TypeChat[],
  account: string,
  known: ReadonlyMap<string, string>,
): { readonly groupId: string; readonly name: string; readonly text: string }[] {
  return chats.flatMap((chat) => {
    const mark = groupMark(chat, account)
    return mark && known.get(mark.name) !== mark.text ? [{ groupId: chat.id.toString(), ...mark }] : []
  })
}
