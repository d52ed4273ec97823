import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { readPrivate } from '../../world/read'
import { method } from '../method'
import { findPeer } from './find-peer'

/** core.telegram.org/method/messages.readHistory: private chats only. */
export const readHistory = method(Api.messages.ReadHistory, 'people', (call, request) => {
  const peer = findPeer(call, request.peer)
  if (peer.kind !== 'private') throw badRequest('PEER_ID_INVALID')
  return new Api.messages.AffectedMessages(
    readPrivate(call.world, call.me, peer.other.id, request.maxId, call.session),
  )
})
