import { Api } from 'telegram'
import { messageId } from '../../tl/values'
import { method } from '../method'
import { findPeer } from './find-peer'

/** core.telegram.org/method/messages.setTyping */
export const setTyping = method(Api.messages.SetTyping, 'signed-in', (call, request) => {
  const peer = findPeer(call, request.peer)
  const { world, me } = call
  if (request.action instanceof Api.SendMessageCancelAction) return true
  if (peer.kind === 'private') {
    world.tell([peer.other.id], { kind: 'typing-private', userId: me.id }, call.session)
    return true
  }
  if (peer.kind === 'basic') {
    const readers = [...peer.basic.members.keys()].filter((userId) => userId !== me.id)
    world.tell(readers, { kind: 'typing-basic', basicId: peer.basic.id, userId: me.id }, call.session)
    return true
  }
  const others = [...peer.group.members.keys()].filter((userId) => userId !== me.id)
  const topicId = peer.group.isForum ? messageId(request.topMsgId ?? 1) : null
  world.tell(others, { kind: 'typing', groupId: peer.group.id, topicId, userId: me.id }, call.session)
  return true
})
