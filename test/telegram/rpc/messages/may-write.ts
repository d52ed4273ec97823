import { Api } from 'telegram'
import { badRequest, RpcError } from '../../rpc-error'
import type { Group, Member } from '../../world/group'
import { mayManageTopics } from '../../world/group'
import type { Call } from '../method'
import { forbidden } from './find-peer'

/** Where a message in a group goes. */
export interface Place {
  readonly topicId: number | null
  readonly replyTo: number | null
}

/**
 * Reads `reply_to` (core.telegram.org/api/threads): a topic is named by
 * `top_msg_id`, by answering the message that made it, or by answering any
 * message in it. Without any of these it is General.
 *
 * @throws TOPIC_DELETED, MESSAGE_ID_INVALID, REPLY_MESSAGE_ID_INVALID
 */
export function placeIn(group: Group, replyTo: Api.TypeInputReplyTo | undefined): Place {
  if (replyTo !== undefined && !(replyTo instanceof Api.InputReplyToMessage)) {
    throw badRequest('REPLY_TO_INVALID')
  }
  const answered = replyTo?.replyToMsgId ?? 0
  if (!group.isForum) {
    if (answered !== 0 && !group.messages.has(answered)) throw badRequest('REPLY_MESSAGE_ID_INVALID')
    return { topicId: null, replyTo: answered === 0 ? null : answered }
  }
  const named = replyTo?.topMsgId ?? 0
  const isTopicItself = answered !== 0 && group.topics.has(answered)
  const topicId = named || (isTopicItself ? answered : (group.messages.get(answered)?.topicId ?? 0)) || 1
  if (answered !== 0 && !isTopicItself && !group.messages.has(answered)) {
    throw badRequest(named === 0 ? 'REPLY_MESSAGE_ID_INVALID' : 'TOPIC_DELETED')
  }
  const topic = group.topics.get(topicId)
  if (topic === undefined || topic.isDeleted) throw badRequest('TOPIC_DELETED')
  const isAnswer = answered !== 0 && answered !== topicId
  return { topicId, replyTo: isAnswer ? answered : null }
}

/** @throws CHAT_WRITE_FORBIDDEN, TOPIC_CLOSED, SLOWMODE_WAIT_n */
export function checkMayWrite({ world, me }: Call, group: Group, member: Member, place: Place): void {
  if (member.isMuted) throw forbidden('CHAT_WRITE_FORBIDDEN')
  const topic = group.topics.get(place.topicId ?? 1)
  if (topic?.isClosed && !mayManageTopics(member)) throw badRequest('TOPIC_CLOSED')
  if (group.slowModeSeconds === 0 || member.role !== 'member') return
  const sinceMs = world.clock.now() - (member.lastSentAt ?? Number.NEGATIVE_INFINITY)
  const waitMs = group.slowModeSeconds * 1000 - sinceMs
  if (waitMs > 0 && me.id === member.userId)
    throw new RpcError(420, `SLOWMODE_WAIT_${Math.ceil(waitMs / 1000)}`)
}
