import { Api } from 'telegram'
import { badRequest } from '../../rpc-error'
import { big } from '../../tl/values'
import { updatesOf } from '../../view/updates'
import { mayManageTopics } from '../../world/group'
import { openTopic, TOPIC_COLOURS } from '../../world/topic'
import { method } from '../method'
import { findForum } from './find-peer'
import { takeRandomId } from './random-id'

const LONGEST_TITLE = 128

/** @throws TOPIC_TITLE_EMPTY; titles are cut at 128 characters. */
export function topicTitle(title: string): string {
  const trimmed = title.trim()
  if (trimmed === '') throw badRequest('TOPIC_TITLE_EMPTY')
  return [...trimmed].slice(0, LONGEST_TITLE).join('')
}

/** core.telegram.org/method/messages.createForumTopic. Any member may, unless the group leaves it to its admins. */
export const createForumTopic = method(Api.messages.CreateForumTopic, 'signed-in', (call, request) => {
  const { group, member } = findForum(call, request.peer)
  if (member.isMuted) throw badRequest('CHAT_WRITE_FORBIDDEN')
  if (group.reservesTopics && !mayManageTopics(member)) throw badRequest('CHAT_ADMIN_REQUIRED')
  const title = topicTitle(request.title)
  const known: readonly number[] = TOPIC_COLOURS
  if (request.iconColor !== undefined && !known.includes(request.iconColor)) {
    throw badRequest('TOPIC_ICON_COLOR_INVALID')
  }
  const randomId = takeRandomId(call, request.randomId)
  const { posted } = openTopic(call.world, group, call.me.id, title, {
    ...(request.iconColor === undefined ? {} : { iconColor: request.iconColor }),
    ...(request.iconEmojiId === undefined ? {} : { iconEmojiId: big(request.iconEmojiId) }),
    origin: call.session,
    randomId,
  })
  const sent = new Map([[randomId, posted.message.id]])
  return updatesOf(call.world, { kind: 'group', groupId: group.id }, [posted.event], call.me.id, sent)
})
