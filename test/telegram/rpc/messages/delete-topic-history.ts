import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { deleteInGroup } from '../../world/change-message'
import { method } from '../method'
import { findForum } from './find-peer'

const GENERAL = 1

/** core.telegram.org/method/messages.deleteTopicHistory: the topic and all in it are gone. */
export const deleteTopicHistory = method(Api.messages.DeleteTopicHistory, 'signed-in', (call, request) => {
  const { group, member } = findForum(call, request.peer)
  const topic = group.topics.get(request.topMsgId as number)
  if (topic === undefined || topic.id === GENERAL) throw badRequest('TOPIC_ID_INVALID')
  const mayDelete = member.role === 'creator' || member.rights?.deleteMessages === true
  if (!mayDelete) throw badRequest('CHAT_ADMIN_REQUIRED')
  topic.isDeleted = true
  const event = deleteInGroup(call.world, group, call.me.id, [...topic.messageIds], call.session)
  return new Api.messages.AffectedHistory({ pts: group.pts, ptsCount: event?.ptsCount ?? 0, offset: 0 })
})
