import type { Api } from 'telegram'
import { privateChatOf } from '../../../core/conversation/message'
import { Refusal } from '../../../core/refusal'
import { long, tl } from '../library'
import { type KnownMarks, marks } from '../marks'
import { groupPeer } from './group'

/** What is kept of a person an account can write to. */
interface KnownUser {
  readonly accessHash: string
}

/**
 * The way to a chat of an account: a group, or the person of a private chat. Explicit peers only, from the marks
 * (telegram.md B.1, 10).
 *
 * @throws {@link Refusal} `not-found` if this account never met it.
 */
export function peerOf(
  known: KnownMarks,
  account: string,
  chatId: string,
): Api.InputPeerChannel | Api.InputPeerUser {
  const sides = privateChatOf(chatId)
  return sides ? userPeer(known, account, sides.personId) : groupPeer(known, account, chatId).peer
}

/** @throws {@link Refusal} `not-found` if this account never met that person. */
export function userPeer(known: KnownMarks, account: string, personId: string): Api.InputPeerUser {
  const text = known.get(marks.user(account, personId))
  if (text === undefined)
    throw new Refusal('not-found', 'This account does not know that person. They have to write first.')
  const { accessHash } = JSON.parse(text) as KnownUser
  return new tl.InputPeerUser({ userId: long(personId), accessHash: long(accessHash) })
}

/** The mark that remembers a person, or null if Telegram gave too little to write to them (min users). */
export function userMark(
  user: Api.TypeUser,
  account: string,
): { readonly personId: string; readonly name: string; readonly text: string } | null {
  if (!(user instanceof tl.User) || user.min || !user.accessHash) return null
  const personId = user.id.toString()
  const text = JSON.stringify({ accessHash: user.accessHash.toString() } satisfies KnownUser)
  return { personId, name: marks.user(account, personId), text }
}
