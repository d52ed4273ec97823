import { Api } from 'telegram'
import { seconds } from '../../clock'
import { badRequest } from '../../rpc-error'
import { tlUser, userPeer } from '../../view/peers'
import type { Account } from '../../world/account'
import { block as blockAccount } from '../../world/change-account'
import { findPeer } from '../messages/find-peer'
import { type Call, method } from '../method'

function other(call: Call, input: unknown): Account {
  const peer = findPeer(call, input)
  if (peer.kind !== 'private' || peer.other === call.me) throw badRequest('PEER_ID_INVALID')
  return peer.other
}

/** core.telegram.org/method/contacts.block */
export const block = method(Api.contacts.Block, 'people', (call, request) => {
  blockAccount(call.world, call.me, other(call, request.id), true)
  return true
})

/** core.telegram.org/method/contacts.unblock */
export const unblock = method(Api.contacts.Unblock, 'people', (call, request) => {
  blockAccount(call.world, call.me, other(call, request.id), false)
  return true
})

/** core.telegram.org/method/contacts.getBlocked */
export const getBlocked = method(Api.contacts.GetBlocked, 'people', ({ world, me }, request) => {
  const all = [...me.blocked].slice(request.offset, request.offset + request.limit)
  const date = seconds(world.clock.now())
  return new Api.contacts.Blocked({
    blocked: all.map((userId) => new Api.PeerBlocked({ peerId: userPeer(userId), date })),
    chats: [],
    users: all.map((userId) => tlUser(world, world.account(userId), me.id)),
  })
})
