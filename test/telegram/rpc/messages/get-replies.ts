import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { messageId } from '../../tl/values'
import { method } from '../method'
import { groupMessages } from './answer-messages'
import { findPeer } from './find-peer'
import { slice } from './slice'

/** core.telegram.org/method/messages.getReplies: the messages of a topic. */
export const getReplies = method(Api.messages.GetReplies, 'people', (call, request) => {
  const peer = findPeer(call, request.peer)
  if (peer.kind !== 'group') throw badRequest('PEER_ID_INVALID')
  const topic = peer.group.topics.get(messageId(request.msgId))
  if (topic === undefined || topic.isDeleted) throw badRequest('TOPIC_ID_INVALID')
  const all = topic.messageIds
    .filter((id) => id !== topic.id)
    .map((id) => peer.group.messages.get(id))
    .filter((message) => message !== undefined)
  return groupMessages(call, peer.group, slice(all, request), all.length)
})
