import type { Api } from 'telegram'
import type { Person } from '../../../core/conversation/message'
import { tl } from '../library'

/** Telegram itself writes from here: codes to sign in, which are nobody's business. */
export const serviceAccount = '777000'

/** Who a peer is, as the desk names people: users by their id, groups that write (anonymous admins) with a prefix. */
export function personIdOf(peer: Api.TypePeer): string {
  if (peer instanceof tl.PeerUser) return peer.userId.toString()
  if (peer instanceof tl.PeerChannel) return `group:${peer.channelId}`
  return `group:${peer.chatId}`
}

/** A user in the desk's words; null for one Telegram no longer knows. */
export function personOf(user: Api.TypeUser): Person | null {
  if (!(user instanceof tl.User)) return null
  const name = [user.firstName, user.lastName].filter((part) => part && part.trim() !== '').join(' ')
  return {
    id: user.id.toString(),
    name: user.deleted ? 'Deleted account' : name || user.username || 'No name',
    username: user.username ?? user.usernames?.find((one) => one.active)?.username ?? null,
    isBot: user.bot === true,
    ...(user.langCode ? { language: user.langCode } : {}),
    ...(user.deleted ? { isDeleted: true } : {}),
    // To who has somebody in the address book Telegram tells no other name (core.telegram.org/constructor/user).
    ...(user.contact && !user.self && !user.deleted ? { isSavedName: true } : {}),
  }
}

/** A group that writes as itself: an anonymous admin of it, or a linked channel. */
export function groupAsPerson(chat: Api.TypeChat): Person | null {
  if (!(chat instanceof tl.Channel)) return null
  return { id: `group:${chat.id}`, name: chat.title, username: chat.username ?? null, isBot: false }
}
