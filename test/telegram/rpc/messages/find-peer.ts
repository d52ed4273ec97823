import { Api } from 'telegram'
import { badRequest, RpcError } from '../../rpc-error'
import { id, type Long } from '../../tl/values'
import type { Account } from '../../world/account'
import type { BasicGroup } from '../../world/basic-group'
import type { BoxRef } from '../../world/events'
import type { Group, Member } from '../../world/group'
import type { Call } from '../method'
import { findUser, fitsHash } from '../users/find-user'

export type Peer =
  | { readonly kind: 'group'; readonly group: Group; readonly member: Member }
  | { readonly kind: 'private'; readonly other: Account }
  | { readonly kind: 'basic'; readonly basic: BasicGroup }

/** How a conversation outside supergroups is named in one's box. */
export function boxRefOf(peer: Exclude<Peer, { readonly kind: 'group' }>): BoxRef {
  if (peer.kind === 'basic') return { kind: 'basic', id: peer.basic.id }
  return { kind: 'private', userId: peer.other.id }
}

/** @throws PEER_ID_INVALID, CHANNEL_INVALID, CHANNEL_PRIVATE, CHAT_ID_INVALID */
export function findPeer(call: Call, input: unknown): Peer {
  if (input instanceof Api.InputPeerChannel) return { kind: 'group', ...findGroup(call, input) }
  if (input instanceof Api.InputPeerChat) return { kind: 'basic', basic: findBasic(call, input.chatId) }
  if (input instanceof Api.InputPeerSelf) return { kind: 'private', other: call.me }
  if (input instanceof Api.InputPeerUserFromMessage) return { kind: 'private', other: findUser(call, input) }
  if (!(input instanceof Api.InputPeerUser)) throw badRequest('PEER_ID_INVALID')
  try {
    return { kind: 'private', other: findUser(call, input) }
  } catch {
    throw badRequest('PEER_ID_INVALID')
  }
}

/** @throws CHANNEL_INVALID for a wrong hash, CHANNEL_PRIVATE where one is no member. */
export function findGroup(call: Call, input: unknown): { readonly group: Group; readonly member: Member } {
  const group = findAnyGroup(call, input)
  const member = group.members.get(call.me.id)
  if (member === undefined) throw badRequest('CHANNEL_PRIVATE')
  return { group, member }
}

/** @throws CHAT_ID_INVALID if there is none, or one is not in it */
export function findBasic({ world, me }: Call, chatId: Long): BasicGroup {
  const basic = world.basicGroup(id(chatId))
  if (!basic.members.has(me.id)) throw badRequest('CHAT_ID_INVALID')
  return basic
}

/** A group by its id and hash, whether or not one is in it. */
export function findAnyGroup({ world, me }: Call, input: unknown): Group {
  if (!(input instanceof Api.InputChannel || input instanceof Api.InputPeerChannel)) {
    throw badRequest('CHANNEL_INVALID')
  }
  const group = world.groups.get(id(input.channelId))
  if (group === undefined || !fitsHash(me, input.accessHash, group.accessHash))
    throw badRequest('CHANNEL_INVALID')
  return group
}

/** The forum that is meant. @throws CHANNEL_FORUM_MISSING */
export function findForum(call: Call, input: unknown): { readonly group: Group; readonly member: Member } {
  const peer = findPeer(call, input)
  if (peer.kind !== 'group' || !peer.group.isForum) throw badRequest('CHANNEL_FORUM_MISSING')
  return peer
}

export function forbidden(errorName: string): RpcError {
  return new RpcError(403, errorName)
}
