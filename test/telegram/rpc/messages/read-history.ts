import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { readInBox } from '../../world/read'
import { method } from '../method'
import { boxRefOf, findPeer } from './find-peer'

/** core.telegram.org/method/messages.readHistory: private chats and basic groups. */
export const readHistory = method(Api.messages.ReadHistory, 'people', (call, request) => {
  const peer = findPeer(call, request.peer)
  if (peer.kind === 'group') throw badRequest('PEER_ID_INVALID')
  return new Api.messages.AffectedMessages(
    readInBox(call.world, call.me, boxRefOf(peer), request.maxId, call.session),
  )
})
