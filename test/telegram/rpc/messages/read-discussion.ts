import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { messageId } from '../../tl/values'
import { readTopic } from '../../world/read'
import { method } from '../method'
import { findPeer } from './find-peer'

/** core.telegram.org/method/messages.readDiscussion: a topic, up to a message. */
export const readDiscussion = method(Api.messages.ReadDiscussion, 'people', (call, request) => {
  const peer = findPeer(call, request.peer)
  if (peer.kind !== 'group') throw badRequest('PEER_ID_INVALID')
  const topicId = messageId(request.msgId)
  if (!peer.group.topics.has(topicId)) throw badRequest('MSG_ID_INVALID')
  readTopic(call.world, peer.group, peer.member, topicId, request.readMaxId, call.session)
  return true
})
