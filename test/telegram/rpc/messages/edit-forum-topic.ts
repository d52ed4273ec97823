import { Api } from 'telegram'
import { badRequest, RpcError } from '../../rpc-error'
import { big } from '../../tl/values'
import { updatesOf } from '../../view/updates'
import { mayManageTopics, type Topic } from '../../world/group'
import { editTopic, type TopicChange } from '../../world/topic'
import { method } from '../method'
import { topicTitle } from './create-forum-topic'
import { findForum } from './find-peer'

const GENERAL = 1

/**
 * core.telegram.org/method/messages.editForumTopic. Closing and hiding travel
 * alone: together with a title they are TOPIC_CLOSE_SEPARATELY and
 * TOPIC_HIDE_SEPARATELY. Only General can be hidden.
 */
export const editForumTopic = method(Api.messages.EditForumTopic, 'signed-in', (call, request) => {
  const { group, member } = findForum(call, request.peer)
  const topic = group.topics.get(request.topicId)
  if (topic === undefined) throw badRequest('TOPIC_ID_INVALID')
  if (topic.isDeleted) throw badRequest('TOPIC_DELETED')
  if (!mayManageTopics(member) && topic.by !== call.me.id) throw new RpcError(400, 'CHAT_ADMIN_REQUIRED')
  const { title, closed, hidden, iconEmojiId } = request
  const hasLooks = title !== undefined || iconEmojiId !== undefined
  if (closed !== undefined && (hasLooks || hidden !== undefined)) throw badRequest('TOPIC_CLOSE_SEPARATELY')
  if (hidden !== undefined && hasLooks) throw badRequest('TOPIC_HIDE_SEPARATELY')
  if (hidden !== undefined && topic.id !== GENERAL) throw badRequest('TOPIC_ID_INVALID')
  const change = differences(topic, {
    ...(title === undefined ? {} : { title: topicTitle(title) }),
    ...(closed === undefined ? {} : { closed }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(iconEmojiId === undefined ? {} : { iconEmojiId: big(iconEmojiId) }),
  })
  if (change === null) throw badRequest('TOPIC_NOT_MODIFIED')
  const posted = editTopic(call.world, group, call.me.id, topic, change, call.session)
  return updatesOf(call.world, { kind: 'group', groupId: group.id }, [posted.event], call.me.id)
})

/** Null if nothing of it is new. */
function differences(topic: Topic, wanted: TopicChange): TopicChange | null {
  const isNew =
    (wanted.title !== undefined && wanted.title !== topic.title) ||
    (wanted.closed !== undefined && wanted.closed !== topic.isClosed) ||
    (wanted.hidden !== undefined && wanted.hidden !== topic.isHidden) ||
    (wanted.iconEmojiId !== undefined && wanted.iconEmojiId !== topic.iconEmojiId)
  return isNew ? wanted : null
}
