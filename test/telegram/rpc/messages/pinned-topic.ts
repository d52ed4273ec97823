import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { updatesOf } from '../../view/updates'
import { mayManageTopics } from '../../world/group'
import { method } from '../method'
import { findForum } from './find-peer'

/** core.telegram.org/method/messages.updatePinnedForumTopic */
export const updatePinnedForumTopic = method(
  Api.messages.UpdatePinnedForumTopic,
  'signed-in',
  (call, request) => {
    const { group, member } = findForum(call, request.peer)
    const topic = group.topics.get(request.topicId)
    if (topic === undefined || topic.isDeleted) throw badRequest('TOPIC_ID_INVALID')
    if (!mayManageTopics(member)) throw badRequest('CHAT_ADMIN_REQUIRED')
    if (topic.isPinned === request.pinned) throw badRequest('PINNED_TOPIC_NOT_MODIFIED')
    topic.isPinned = request.pinned
    return updatesOf(call.world, { kind: 'group', groupId: group.id }, [], call.me.id)
  },
)
